import type { CheckContext } from "../../lifecycle/lifecycle";
import type { CustomerInputs } from "../shapes";
import { forbiddenChanges } from "./changes";
import { memberProblems } from "./shape";

/** Everything that can be known to be wrong before the service is asked, one sentence a fault. */
export function validate(
    olds: CustomerInputs | undefined,
    inputs: CustomerInputs,
    context: CheckContext,
): string[] {
    return [
        ...memberProblems(inputs, context),
        ...(olds === undefined ? [] : forbiddenChanges(olds, inputs, context.isUnknown)),
    ];
}
