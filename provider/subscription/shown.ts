import { setTimeout as sleep } from "node:timers/promises";
import type { PartnerCenter } from "../partnercenter/client";
import type { SubscriptionResource } from "../partnercenter/types";

/** How long the service may take to show a change that it has accepted, in milliseconds. */
const patienceMs = 60_000;

/**
 * Reads a subscription until a change is shown that the service has accepted: an empty answer says that it
 * is not done yet.
 *
 * @param answer The subscription as it was answered, or read last.
 * @returns The subscription as it was shown last, which may still be as it was.
 */
export async function readUntil(
    isShown: (held: SubscriptionResource) => boolean,
    answer: SubscriptionResource,
    customerId: string,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const until = Math.min(Date.now() + patienceMs, client.deadline);
    let held = answer;
    for (let waitMs = 250; !isShown(held); waitMs = Math.min(waitMs * 2, 5_000)) {
        if (Date.now() + waitMs > until) {
            return held;
        }
        await sleep(waitMs);
        held = await client.subscriptions.get(customerId, answer.id);
    }
    return held;
}
