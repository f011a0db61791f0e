import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { passwordProblem } from "../lifecycle/password";
import { whyMissing } from "../partnercenter/operations";
import { countryProblem } from "../validation/country";
import { sameName } from "../validation/sameName";
import { guid, optional, ruled, shapeProblems, upTo } from "../validation/shape";
import type { UserInputs } from "./shapes";

/** A name for signing in: letters, digits and some signs, before a domain. */
export const userPrincipalName = v.pipe(
    v.string(),
    v.regex(
        /^[a-z0-9._'!#^~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
        "must be a name with a domain of the customer, for example grace@contoso.onmicrosoft.com",
    ),
);

export const triggers = v.optional(v.record(v.string(), v.string()));

const user = v.strictObject({
    customerId: guid,
    userPrincipalName,
    firstName: upTo(64),
    lastName: upTo(64),
    displayName: upTo(256),
    usageLocation: v.pipe(v.string(), ruled(countryProblem)),
    immutableId: optional,
    password: v.optional(v.pipe(v.string(), ruled(passwordProblem))),
    forceChangePassword: v.boolean(),
    existingUserId: v.optional(guid),
    triggers,
    requestKey: optional,
});

/** Everything that can be known to be wrong before the service is asked, one sentence a fault. */
export function problemsOf(
    olds: UserInputs | undefined,
    inputs: UserInputs,
    context: CheckContext,
): string[] {
    const missing = whyMissing(context.cloud, "createUser");
    return [
        ...(missing === undefined ? [] : [`CustomerUser: ${missing}`]),
        ...shapeProblems("CustomerUser", user, inputs, context),
        ...immutableProblems(olds, inputs, context),
        ...resetProblems(olds, inputs, context),
    ];
}

/** What a change does that nobody would expect. */
export function adviceOn(
    olds: UserInputs | undefined,
    inputs: UserInputs,
    { isUnknown }: CheckContext,
): string[] {
    const member = resettingMember(olds, inputs);
    const isNew = olds === undefined && inputs.existingUserId === undefined;
    return isNew || member === undefined || isUnknown(inputs[member])
        ? []
        : [`${member}: the password of the user is reset: the one in use stops working.`];
}

/** The member that wants another password than the last arguments did, if one does. */
function resettingMember(
    olds: UserInputs | undefined,
    news: UserInputs,
): "password" | "triggers" | undefined {
    if (news.password !== undefined && news.password !== olds?.password) {
        return "password";
    }
    return isDeepStrictEqual(news.triggers, olds?.triggers) ? undefined : "triggers";
}

function immutableProblems(
    olds: UserInputs | undefined,
    news: UserInputs,
    { isUnknown }: CheckContext,
): string[] {
    const isKept =
        olds === undefined ||
        isUnknown(news.immutableId) ||
        olds.immutableId === news.immutableId ||
        !sameName(olds.customerId, news.customerId);
    return isKept
        ? []
        : [
              "immutableId: no call can change this after the user was created. Set it back to what it was.",
          ];
}

/** Where no password can be reset, one that a cut run made would be lost. */
function resetProblems(
    olds: UserInputs | undefined,
    inputs: UserInputs,
    { cloud }: CheckContext,
): string[] {
    const missing = whyMissing(cloud, "resetPassword");
    if (missing === undefined || whyMissing(cloud, "createUser") !== undefined) {
        return [];
    }
    const isNew = olds === undefined && inputs.existingUserId === undefined;
    if (isNew) {
        return inputs.password === undefined
            ? [
                  `password: is required in this cloud, where a lost one cannot be replaced. ${missing}`,
              ]
            : [];
    }
    const member = resettingMember(olds, inputs);
    return member === undefined ? [] : [`${member}: ${missing}`];
}
