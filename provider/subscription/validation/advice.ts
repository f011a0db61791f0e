import type { CheckContext } from "../../lifecycle/lifecycle";
import { isTransition } from "../identity";
import { pathOf } from "../offer";
import type { SubscriptionInputs } from "../shapes";

/** What costs money, or may be refused, and is said before it happens. */
export function advice(
    olds: SubscriptionInputs | undefined,
    inputs: SubscriptionInputs,
    { isUnknown }: CheckContext,
): string[] {
    return olds === undefined
        ? []
        : [...adviceOnOffer(olds, inputs, isUnknown), ...adviceOnQuantity(olds, inputs, isUnknown)];
}

function adviceOnOffer(
    olds: SubscriptionInputs,
    inputs: SubscriptionInputs,
    isUnknown: CheckContext["isUnknown"],
): string[] {
    const { catalogItemId, productId, skuId } = inputs;
    return isTransition(olds, inputs) && ![catalogItemId, productId, skuId].some(isUnknown)
        ? [
              `${pathOf(inputs)}: what was bought becomes ${catalogItemId ?? `${productId}:${skuId}`}, with all its licences. That cannot be taken back, and is possible where Partner Center lists it as an eligible transition.`,
          ]
        : [];
}

function adviceOnQuantity(
    olds: SubscriptionInputs,
    inputs: SubscriptionInputs,
    isUnknown: CheckContext["isUnknown"],
): string[] {
    if (isUnknown(inputs.quantity) || isUnknown(olds.quantity)) {
        return [];
    }
    const added = inputs.quantity - olds.quantity;
    if (added > 0) {
        return [
            `quantity: ${added} more will be bought, ${inputs.quantity} instead of ${olds.quantity}; they can be given back for seven days.`,
        ];
    }
    return added < 0
        ? [
              `quantity: ${-added} will be given back, ${inputs.quantity} instead of ${olds.quantity}; Partner Center takes licences back for seven days after they were bought (800090 afterwards).`,
          ]
        : [];
}
