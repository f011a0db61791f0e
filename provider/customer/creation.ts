import { randomUUID } from "node:crypto";
import { IncompleteResource } from "../lifecycle/incomplete";
import { patienceMs, patiently } from "../lifecycle/patience";
import { requestIdOf } from "../lifecycle/requestId";
import type { PartnerCenter } from "../partnercenter/client";
import {
    isGone,
    isNotFound,
    isRefusal,
    messageOf,
    PartnerCenterError,
} from "../partnercenter/errors";
import type { CustomerResource, NewCustomer } from "../partnercenter/types";
import { readCustomer } from "./billingProfile";
import { explainRefusal, mayBeTaken, ownerOf } from "./refusal";
import type { CustomerInputs, CustomerState } from "./shapes";
import { toCredentials, toNewCustomer, toState } from "./wire";

/**
 * Makes the customer, exactly once, and keeps its password.
 *
 * @throws IncompleteResource as soon as the id is known and anything after that failed.
 */
export async function createTenant(
    inputs: CustomerInputs,
    client: PartnerCenter,
    patience = patienceMs,
): Promise<CustomerState> {
    const body = toNewCustomer(inputs);
    const tenant = (await client.partnerTenantId()) ?? "";
    const requestId = requestIdOf(inputs.requestKey ?? "", tenant, body);
    const answer = await post(body, requestId, client);
    return await confirm(answer, inputs, client, patience);
}

/**
 * A refusal may be the replay of an older one, whose cause was removed since: one further attempt
 * carries an id of its own, and its answer is final.
 */
async function post(
    body: NewCustomer,
    requestId: string,
    client: PartnerCenter,
): Promise<CustomerResource> {
    try {
        return await client.createCustomer(body, requestId);
    } catch (error) {
        if (!isRefusal(error)) {
            throw error;
        }
    }
    try {
        return await client.createCustomer(body, randomUUID());
    } catch (error) {
        if (!isRefusal(error) || !mayBeTaken(error)) {
            throw error;
        }
        const { domain } = body.companyProfile;
        throw explainRefusal(error, domain, await ownerOf(domain, client));
    }
}

/** From here on tenant and password exist: whatever happens, they reach the state. */
async function confirm(
    answer: CustomerResource,
    inputs: CustomerInputs,
    client: PartnerCenter,
    patience: number,
    replaceVanished = createAgain,
): Promise<CustomerState> {
    const held = await readBack(answer.id, client, patience).catch((error) => {
        throw unconfirmed(answer, inputs, error);
    });
    if (held === undefined) {
        return await replaceVanished(answer, inputs, client, patience);
    }
    const state = { ...toState(inputs, held), ...toCredentials(answer) };
    if (state.userCredentials === undefined) {
        throw new IncompleteResource(answer.id, state, [passwordMissing(answer.id)]);
    }
    return state;
}

function unconfirmed(
    answer: CustomerResource,
    inputs: CustomerInputs,
    error: unknown,
): IncompleteResource<CustomerState> {
    // What the answer says of the relationship is not what it is to become.
    const { relationshipToPartner: _, ...created } = answer;
    const state = { ...toState(inputs, created), ...toCredentials(answer) };
    const reason = isGone(error)
        ? `The service answered the creation with customer ${answer.id}, which is no longer a customer of this partner: the answer is the replay of an older one.`
        : `Customer ${answer.id} was created, but could not be read back; \`pulumi up\` completes it.`;
    const reasons = [`${reason} ${messageOf(error)}`];
    // The update that completes the customer has nothing to say any more: now or never.
    if (state.userCredentials === undefined && !isGone(error)) {
        reasons.push(passwordMissing(answer.id));
    }
    return new IncompleteResource(answer.id, state, reasons);
}

/** The customer as it is held; `undefined` if it stays invisible. Reading right after writing can be too early. */
async function readBack(
    id: string,
    client: PartnerCenter,
    patience: number,
): Promise<CustomerResource | undefined> {
    try {
        return await patiently(() => readCustomer(id, client), client, patience);
    } catch (error) {
        if (isNotFound(error)) {
            return undefined;
        }
        throw error;
    }
}

/**
 * The answer may have been the replay of a customer that was deleted since. Asking once more, with an
 * id of its own, tells: a second customer takes its place; a taken domain proves the first answer
 * right, unless the partner has it under another id.
 */
async function createAgain(
    first: CustomerResource,
    inputs: CustomerInputs,
    client: PartnerCenter,
    patience: number,
): Promise<CustomerState> {
    const body = toNewCustomer(inputs);
    let second: CustomerResource;
    try {
        second = await client.createCustomer(body, randomUUID());
    } catch (error) {
        if (!isRefusal(error)) {
            throw unconfirmed(first, inputs, error);
        }
        const { domain } = body.companyProfile;
        const owner = await ownerOf(domain, client);
        if (owner === "unknown" || owner === "somebody" || owner === first.id) {
            return await stillInvisible(first, inputs);
        }
        throw explainRefusal(error, domain, owner);
    }
    return await confirm(second, inputs, client, patience, stillInvisible);
}

async function stillInvisible(first: CustomerResource, inputs: CustomerInputs): Promise<never> {
    const why = new PartnerCenterError(`The service does not show the customer ${first.id} yet.`);
    throw unconfirmed(first, inputs, why);
}

function passwordMissing(id: string): string {
    return `Customer ${id} was created by an earlier run, and the service answers its password once only: it is not known. Reset the password of admin in the customer's tenant, or declare a CustomerAdminPassword, which does.`;
}
