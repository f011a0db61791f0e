import { setTimeout as sleep } from "node:timers/promises";
import type { Tell } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isAzurePlan, offerOf } from "./offer";
import type { SubscriptionState } from "./shapes";

/** How long the first Azure subscription of a new plan may take, in milliseconds. */
const patienceMs = 60_000;

/** The Azure subscriptions of an Azure plan. Whoever cannot be told keeps what the state says. */
export async function azureSubscriptionsOf(
    state: SubscriptionState,
    client: PartnerCenter,
): Promise<Pick<SubscriptionState, "azureSubscriptionIds">> {
    const { azureSubscriptionIds, customerId, subscriptionId } = state;
    const known = azureSubscriptionIds === undefined ? {} : { azureSubscriptionIds };
    if (!isAzurePlan(offerOf(state))) {
        return known;
    }
    try {
        const held = await client.azureEntitlements.list(customerId, subscriptionId);
        return { azureSubscriptionIds: held.map(({ id }) => id).sort() };
    } catch {
        // They belong to Azure: that they cannot be listed is nothing against the plan.
        return known;
    }
}

/** With a new Azure plan comes an Azure subscription, which the infrastructure behind it needs. */
export async function waitForAzureSubscription(
    state: SubscriptionState,
    client: PartnerCenter,
    tell: Tell,
): Promise<SubscriptionState> {
    if (!isAzurePlan(offerOf(state))) {
        return state;
    }
    const until = Math.min(Date.now() + patienceMs, client.deadline);
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 10_000)) {
        const found = await azureSubscriptionsOf(state, client);
        if ((found.azureSubscriptionIds ?? []).length > 0) {
            return { ...state, ...found };
        }
        if (Date.now() + waitMs > until) {
            tell(
                `The Azure plan ${state.subscriptionId} shows no Azure subscription yet; \`pulumi refresh\` looks again.`,
            );
            return { ...state, ...found };
        }
        await sleep(waitMs);
    }
}
