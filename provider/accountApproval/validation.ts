import * as v from "valibot";
import type { CheckContext } from "../lifecycle";
import { guid, shapeProblems } from "../validation/shape";
import type { ApprovalInputs } from "./shapes";

const week = 7 * 24 * 60;
const sensible = `must be a number of minutes, above 0 and at most ${week}`;

export const minutes = v.pipe(v.number(), v.gtValue(0, sensible), v.maxValue(week, sensible));

const approval = v.strictObject({ customerId: guid, timeoutMinutes: minutes });

export function problemsOf(inputs: ApprovalInputs, context: CheckContext): string[] {
    return shapeProblems("AccountApproval", approval, inputs, context);
}
