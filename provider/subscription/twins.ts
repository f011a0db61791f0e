import type { SubscriptionResource } from "../partnercenter/types";
import { sameName } from "../validation/sameName";
import { isAzurePlan, offerOf, parseOffer, sameOffer } from "./offer";
import type { DeclaredPurchase } from "./shapes";
import { billingCycleOf } from "./wire";

/** States in which nothing is paid for any more. */
const ended = ["deleted", "expired", "disabled"];

/** Whether a subscription has come to its end. */
export function hasEnded({ status }: Pick<SubscriptionResource, "status">): boolean {
    return ended.includes(status?.toLowerCase() ?? "");
}

/** The living subscriptions of the very offer that is to be bought. */
export function ofSameOffer(
    purchase: DeclaredPurchase,
    held: readonly SubscriptionResource[],
): SubscriptionResource[] {
    const offer = offerOf(purchase);
    return held.filter(
        (subscription) =>
            !hasEnded(subscription) && sameOffer(parseOffer(subscription.offerId ?? ""), offer),
    );
}

/**
 * Those of them that also have the same name and terms: one may be this very purchase, made before. Of
 * the Azure plan a customer has one, whatever its name.
 */
export function twinsOf(
    purchase: DeclaredPurchase,
    held: readonly SubscriptionResource[],
): SubscriptionResource[] {
    const same = ofSameOffer(purchase, held);
    if (isAzurePlan(offerOf(purchase))) {
        return same;
    }
    return same.filter(
        ({ friendlyName, termDuration, billingCycle }) =>
            friendlyName === purchase.friendlyName &&
            sameName(termDuration || undefined, purchase.termDuration) &&
            billingCycleOf(billingCycle) === purchase.billingCycle,
    );
}

/** `"Mail" (83ef…, 5 licences, active)`. */
export function inWords({ friendlyName, offerName, id, quantity, status }: SubscriptionResource) {
    return `"${friendlyName ?? offerName}" (${id}, quantity ${quantity}, ${status})`;
}
