import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { triggers, userPrincipalName } from "../user/validation";
import { sameName } from "../validation/sameName";
import { guid, shapeProblems } from "../validation/shape";
import type { AdminPasswordInputs } from "./shapes";

const adminPassword = v.strictObject({
    customerId: guid,
    userPrincipalName: v.optional(userPrincipalName),
    forceChangePassword: v.boolean(),
    triggers,
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: AdminPasswordInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "resetPassword");
    return [
        ...(missing === undefined ? [] : [`CustomerAdminPassword: ${missing}`]),
        ...shapeProblems("CustomerAdminPassword", adminPassword, inputs, context),
    ];
}

/** That somebody's password stops working is said before it does. */
export function adviceOn(
    olds: AdminPasswordInputs | undefined,
    news: AdminPasswordInputs,
): string[] {
    const { userPrincipalName = olds?.userPrincipalName } = news;
    const isKept =
        sameName(olds?.customerId, news.customerId) &&
        sameName(olds?.userPrincipalName, userPrincipalName) &&
        isDeepStrictEqual(olds?.triggers, news.triggers);
    return isKept ? [] : ["userCredentials: the password is reset: the one in use stops working."];
}
