import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { sameName } from "../validation/sameName";
import { guid, optional, required, shapeProblems } from "../validation/shape";
import type { PolicyInputs } from "./shapes";

const policy = v.strictObject({
    customerId: guid,
    name: required,
    description: optional,
    policySettings: v.pipe(
        v.array(required),
        v.minLength(1, 'must name at least one setting; "none" is one'),
    ),
});

const documented = [
    "none",
    "remove_oem_preinstalls",
    "oobe_user_not_local_admin",
    "skip_express_settings",
    "skip_oem_registration",
    "skip_eula",
];

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: PolicyInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "changePolicies");
    return [
        ...(missing === undefined ? [] : [`CustomerConfigurationPolicy: ${missing}`]),
        ...shapeProblems("CustomerConfigurationPolicy", policy, inputs, context),
    ];
}

/** A setting that is not documented may be misspelt, or new. */
export function adviceOn({ policySettings }: PolicyInputs, { isUnknown }: CheckContext): string[] {
    const settings = Array.isArray(policySettings) ? policySettings : [];
    return settings
        .filter((setting) => !isUnknown(setting))
        .filter((setting) => !documented.some((known) => sameName(known, setting)))
        .map(
            (setting) =>
                `policySettings: Partner Center documents no ${setting}, but ${documented.join(", ")}.`,
        );
}
