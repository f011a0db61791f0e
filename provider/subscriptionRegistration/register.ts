import { compositeId } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import type { Tell } from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import { type Pace, waitFor } from "../lifecycle/waiting";
import type { PartnerCenter } from "../partnercenter/client";
import { isRefusal } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import type { RegistrationInputs, RegistrationState } from "./shapes";

type Which = Pick<RegistrationInputs, "customerId" | "subscriptionId">;

/**
 * Registers the subscription, unless it is or is about to be, and waits until it is. Nothing is asked for
 * twice: what an earlier run has begun goes on by itself.
 *
 * @throws IncompleteResource when the time is up.
 */
export async function register(
    inputs: RegistrationInputs,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<RegistrationState> {
    const { customerId, subscriptionId, timeoutMinutes } = inputs;
    const { status } = await patiently(() => readRegistration(inputs, client), client);
    if (!isUnderWay(status)) {
        await begin(inputs, client);
    }
    const state = await waitFor<RegistrationState>({
        ask: () => readRegistration(inputs, client.begin()),
        isOver: isRegistered,
        inWords: ({ status }) =>
            `Waiting until the subscription ${subscriptionId} of customer ${customerId} is registered: it is ${status}`,
        timeoutMinutes,
        tell,
        ...(pace && { pace }),
    });
    if (isRegistered(state)) {
        return state;
    }
    throw new IncompleteResource(compositeId(customerId, subscriptionId), state, [
        `The registration of the subscription ${subscriptionId} of customer ${customerId} has come to no result within ${timeoutMinutes} minutes (timeoutMinutes): it is ${state.status}. \`pulumi up\` goes on waiting.`,
    ]);
}

export async function readRegistration(
    { customerId, subscriptionId }: Which,
    client: PartnerCenter,
): Promise<RegistrationState> {
    const status = await client.registrations.status(customerId, subscriptionId);
    return { customerId, subscriptionId, status };
}

export function isRegistered({ status }: Pick<RegistrationState, "status">): boolean {
    return sameName(status, "Registered");
}

function isUnderWay(status: string): boolean {
    return isRegistered({ status }) || sameName(status, "Registering");
}

async function begin(which: Which, client: PartnerCenter): Promise<void> {
    try {
        await client.registrations.register(which.customerId, which.subscriptionId);
    } catch (error) {
        // An attempt whose answer was lost may be why the next one is refused.
        const isBegun = async () => isUnderWay((await readRegistration(which, client)).status);
        if (!isRefusal(error) || !(await isBegun().catch(() => false))) {
            throw error;
        }
    }
}
