import type { CheckContext } from "../../lifecycle/lifecycle";
import { sameName } from "../../validation/sameName";
import { isTransition, replacingChanges } from "../identity";
import { waysToRemove } from "../removal";
import type { SubscriptionInputs } from "../shapes";

/**
 * Changes that no call can make, and those that would buy anew and give up what is paid for. They are
 * judged against the arguments of the last deployment.
 */
export function forbiddenChanges(
    olds: SubscriptionInputs,
    news: SubscriptionInputs,
    { isUnknown }: CheckContext,
): string[] {
    const changed = replacingChanges(olds, news).filter(
        (member) => !isUnknown(news[member as keyof SubscriptionInputs]),
    );
    const offerMembers = [news.catalogItemId, news.productId, news.skuId];
    const isFewer = !isUnknown(news.quantity) && news.quantity < olds.quantity;
    const policy = olds.deletionPolicy ?? "prevent";
    return [
        ...(changed.length > 0 && policy === "prevent"
            ? [
                  `${changed.join(", ")}: this is another purchase. A new subscription would be bought, and "${olds.friendlyName}" given up for it; its deletionPolicy "prevent" does not allow that. Set it back, or declare the new subscription as a resource of its own. ${waysToRemove}`,
              ]
            : []),
        ...(isTransition(olds, news) && !offerMembers.some(isUnknown) && isFewer
            ? [
                  "quantity: cannot be reduced together with a change of the offer, which takes all licences with it. Deploy one after the other.",
              ]
            : []),
        ...(isOther(olds.partnerIdOnRecord, news.partnerIdOnRecord, isUnknown)
            ? [
                  "partnerIdOnRecord: is fixed by the order, and changed by no call of this provider. Set it back to what it was.",
              ]
            : []),
        ...(olds.existingSubscriptionId !== undefined &&
        news.existingSubscriptionId !== undefined &&
        isOther(olds.existingSubscriptionId, news.existingSubscriptionId, isUnknown)
            ? [
                  "existingSubscriptionId: the resource holds another subscription already. Set it back, and declare the other one as a resource of its own.",
              ]
            : []),
    ];
}

function isOther(old: unknown, now: unknown, isUnknown: CheckContext["isUnknown"]): boolean {
    return !isUnknown(now) && !sameName(old, now);
}
