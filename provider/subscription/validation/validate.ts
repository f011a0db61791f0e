import type { CheckContext } from "../../lifecycle/lifecycle";
import { beyond } from "../../validation/sentences";
import type { SubscriptionInputs } from "../shapes";
import { forbiddenChanges } from "./changes";
import { purchaseProblems } from "./purchase";
import { memberProblems } from "./shape";

/** Everything that can be known to be wrong before the service is asked, one sentence a fault. */
export function validate(
    olds: SubscriptionInputs | undefined,
    inputs: SubscriptionInputs,
    context: CheckContext,
): string[] {
    const ofMembers = memberProblems(inputs, context);
    return [
        ...ofMembers,
        ...beyond(ofMembers, purchaseProblems(inputs, context)),
        ...(olds === undefined ? [] : forbiddenChanges(olds, inputs, context)),
    ];
}
