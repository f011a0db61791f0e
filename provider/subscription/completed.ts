import { isAzurePlan, offerOf } from "./offer";
import type { DeclaredPurchase } from "./shapes";

/** The arguments with what goes without saying: one piece, and how an Azure plan is billed. */
export function completed<Inputs extends DeclaredPurchase>(inputs: Inputs): Inputs {
    const isPlan = typeof inputs.catalogItemId !== "object" && isAzurePlan(offerOf(inputs));
    return {
        ...inputs,
        quantity: inputs.quantity ?? 1,
        ...(isPlan && inputs.billingCycle === undefined && { billingCycle: "oneTime" }),
    };
}
