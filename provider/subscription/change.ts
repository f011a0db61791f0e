import { IncompleteResource } from "../lifecycle/incomplete";
import type { PartnerCenter } from "../partnercenter/client";
import { isStaleEtag, messageOf, PartnerCenterError } from "../partnercenter/errors";
import type { SubscriptionResource } from "../partnercenter/types";
import type { SubscriptionInputs } from "./shapes";
import { readUntil } from "./shown";
import { type SubscriptionChange, toState, wantedChange } from "./wire";

/**
 * Makes a subscription what the program wants, and answers it as it is then. What is suspended cannot
 * change otherwise: it is reactivated first, and suspended last.
 */
export async function writeChange(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    let current = await reactivate(inputs, held, client);
    current = await write(
        inputs,
        current,
        ["quantity", "friendlyName", "autoRenewEnabled"],
        client,
    );
    return await write(inputs, current, ["status"], client);
}

/** Gives back the use of what is suspended, where the program wants that. */
export async function reactivate(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    return wantedChange(inputs, held).status === "active"
        ? await write(inputs, held, ["status"], client)
        : held;
}

async function write(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    members: readonly (keyof SubscriptionChange)[],
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const send = async (current: SubscriptionResource) => {
        const change = pick(wantedChange(inputs, current), members);
        if (Object.keys(change).length === 0) {
            return current;
        }
        refuseReduction(change, current);
        const { customerId } = inputs;
        const answer = await client.subscriptions.change(customerId, { ...current, ...change });
        return await untilShown(inputs, answer ?? current, members, client);
    };
    // Someone may write between our reading and our writing: change the newer one, once.
    return await send(held).catch(async (error) => {
        if (isStaleEtag(error)) {
            return await send(await client.subscriptions.get(inputs.customerId, held.id));
        }
        throw error;
    });
}

/** The subscription with what was changed; what is not shown in time leaves the resource incomplete. */
async function untilShown(
    inputs: SubscriptionInputs,
    answer: SubscriptionResource,
    members: readonly (keyof SubscriptionChange)[],
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const missing = (current: SubscriptionResource) =>
        Object.keys(pick(wantedChange(inputs, current), members));
    const isShown = (current: SubscriptionResource) => missing(current).length === 0;
    const shown = await readUntil(isShown, answer, inputs.customerId, client);
    if (!isShown(shown)) {
        throw new IncompleteResource(answer.id, toState(inputs, shown), [
            `Partner Center accepted the change of subscription ${answer.id}, but still shows ${missing(shown).join(", ")} as it was; \`pulumi up\` looks again.`,
        ]);
    }
    return shown;
}

/** Licences can be given back for some days after they were bought, and the service knows which. */
function refuseReduction({ quantity }: SubscriptionChange, held: SubscriptionResource): void {
    const details = held.refundableQuantity?.details;
    if (quantity === undefined || held.quantity === undefined || details === undefined) {
        return;
    }
    const open = details.filter(
        ({ allowedUntilDateTime = "" }) => Date.parse(allowedUntilDateTime) > Date.now(),
    );
    const refundable = open.reduce((sum, one) => sum + (one.quantity ?? 0), 0);
    const fewer = held.quantity - quantity;
    if (fewer > refundable) {
        const until = open.map((one) => `${one.quantity} until ${one.allowedUntilDateTime}`);
        throw new PartnerCenterError(
            `quantity: subscription ${held.id} has ${held.quantity}, of which ${refundable} can be given back now${until.length > 0 ? ` (${until.join(", ")})` : ""}, so it cannot become ${quantity}: licences can be given back for seven days after they were bought. Nothing was changed. Set quantity to ${held.quantity - refundable} or more, and reduce it when the term is renewed.`,
        );
    }
}

/** Brings a new or taken-over subscription to what is declared; from here on its id is not lost any more. */
export async function settle(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    try {
        return await writeChange(inputs, held, client);
    } catch (error) {
        if (error instanceof IncompleteResource) {
            throw error;
        }
        throw new IncompleteResource(held.id, toState(inputs, held), [
            `Subscription ${held.id} is there, but is not yet as it is declared; \`pulumi up\` completes it. ${messageOf(error)}`,
        ]);
    }
}

function pick(
    change: SubscriptionChange,
    members: readonly (keyof SubscriptionChange)[],
): SubscriptionChange {
    return Object.fromEntries(
        Object.entries(change).filter(([name]) => members.some((member) => member === name)),
    );
}
