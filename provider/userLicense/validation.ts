import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { guid, shapeProblems } from "../validation/shape";
import type { UserLicenseInputs } from "./shapes";

const userLicense = v.strictObject({
    customerId: guid,
    userId: guid,
    skuId: guid,
    excludedPlans: v.array(guid),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: UserLicenseInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "updateUserLicenses");
    return [
        ...(missing === undefined ? [] : [`CustomerUserLicense: ${missing}`]),
        ...shapeProblems("CustomerUserLicense", userLicense, inputs, context),
    ];
}
