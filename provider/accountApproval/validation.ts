import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { guid, minutes, shapeProblems } from "../validation/shape";
import type { ApprovalInputs } from "./shapes";

const approval = v.strictObject({ customerId: guid, timeoutMinutes: minutes });

export function problemsOf(inputs: ApprovalInputs, context: CheckContext): string[] {
    return shapeProblems("AccountApproval", approval, inputs, context);
}
