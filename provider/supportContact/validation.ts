import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { guid, required, shapeProblems } from "../validation/shape";
import type { SupportContactInputs } from "./shapes";

const supportContact = v.strictObject({
    customerId: guid,
    subscriptionId: required,
    supportTenantId: guid,
    supportMpnId: required,
    name: required,
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: SupportContactInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "putSupportContact");
    return [
        ...(missing === undefined ? [] : [`SubscriptionSupportContact: ${missing}`]),
        ...shapeProblems("SubscriptionSupportContact", supportContact, inputs, context),
    ];
}
