import type { CheckContext } from "../../lifecycle/lifecycle";
import { isAzurePlan, offerOf } from "../offer";
import type { SubscriptionInputs } from "../shapes";

/** The terms in which a cycle fits at all; which of them an offer has, the catalogue knows. */
const termsOf: Readonly<Record<string, readonly (string | undefined)[]>> = {
    monthly: [undefined, "P1M", "P1Y", "P3Y"],
    annual: [undefined, "P1Y", "P3Y"],
    triennial: [undefined, "P3Y"],
    oneTime: [undefined, "P1M", "P1Y", "P3Y"],
    none: [undefined, "P1M", "P1Y", "P3Y"],
};

/** Arguments that contradict each other. */
export function purchaseProblems(
    inputs: SubscriptionInputs,
    { isUnknown }: CheckContext,
): string[] {
    const { catalogItemId, productId, skuId } = inputs;
    if ([catalogItemId, productId, skuId].some(isUnknown)) {
        return [];
    }
    const isTwice = catalogItemId !== undefined && (productId ?? skuId) !== undefined;
    if (isTwice) {
        return [
            "catalogItemId: says the same as productId and skuId. Leave one or the others out.",
        ];
    }
    const offer = offerOf(inputs);
    if (offer === undefined) {
        return catalogItemId === undefined
            ? [
                  'productId: say what to order: productId and skuId, or catalogItemId ("product:sku").',
              ]
            : [];
    }
    return isAzurePlan(offer) ? azurePlanProblems(inputs) : termProblems(inputs);
}

function azurePlanProblems({ quantity, termDuration, billingCycle }: SubscriptionInputs): string[] {
    return [
        ...(quantity === 1 ? [] : ["quantity: a customer has one Azure plan. Leave it out."]),
        ...(termDuration === undefined
            ? []
            : ["termDuration: an Azure plan has no term. Leave it out."]),
        ...(billingCycle === "oneTime"
            ? []
            : ["billingCycle: an Azure plan is billed by its use. Leave it out."]),
    ];
}

function termProblems(inputs: SubscriptionInputs): string[] {
    return inputs.billingCycle === undefined
        ? ["billingCycle: is required, except for an Azure plan."]
        : cycleProblems(inputs);
}

/** A cycle that does not fit in its term. */
export function cycleProblems({
    termDuration,
    billingCycle,
}: {
    termDuration?: string;
    billingCycle?: string;
}): string[] {
    const terms = billingCycle === undefined ? undefined : termsOf[billingCycle];
    return terms === undefined || terms.includes(termDuration)
        ? []
        : [`billingCycle: a term of ${termDuration} cannot be billed ${billingCycle}.`];
}
