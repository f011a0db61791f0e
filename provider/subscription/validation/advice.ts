import type { CheckContext } from "../../lifecycle";
import type { SubscriptionInputs } from "../shapes";

/** What costs money, or may be refused, and is said before it happens. */
export function advice(
    olds: SubscriptionInputs | undefined,
    inputs: SubscriptionInputs,
    { isUnknown }: CheckContext,
): string[] {
    if (olds === undefined || isUnknown(inputs.quantity) || isUnknown(olds.quantity)) {
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
