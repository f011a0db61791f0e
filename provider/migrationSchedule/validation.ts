import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { planProblems, planShape } from "../migration/validation";
import { today } from "../validation/day";
import { beyond } from "../validation/sentences";
import { day, shapeProblems } from "../validation/shape";
import type { ScheduleInputs } from "./shapes";

const schedule = v.strictObject({
    ...planShape,
    targetDate: v.optional(day),
    migrateOnRenewal: v.optional(v.boolean()),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: ScheduleInputs, context: CheckContext): string[] {
    const ofMembers = shapeProblems("NewCommerceMigrationSchedule", schedule, inputs, context);
    return [
        ...ofMembers,
        ...beyond(ofMembers, [...planProblems(inputs, context), ...whenProblems(inputs, context)]),
    ];
}

function whenProblems(
    { targetDate, migrateOnRenewal }: ScheduleInputs,
    { isUnknown }: CheckContext,
): string[] {
    const isOne = (targetDate !== undefined) !== (migrateOnRenewal === true);
    return isOne || isUnknown(migrateOnRenewal)
        ? []
        : ["targetDate: give either targetDate, or migrateOnRenewal: true."];
}

/** A day that has passed may be that of a schedule which was carried out, else it is refused. */
export function adviceOn(
    olds: ScheduleInputs | undefined,
    { targetDate }: ScheduleInputs,
    { isUnknown }: CheckContext,
): string[] {
    return targetDate === undefined ||
        isUnknown(targetDate) ||
        targetDate === olds?.targetDate ||
        targetDate > today()
        ? []
        : [`targetDate: in UTC it is ${today()} already; Partner Center wants a day to come.`];
}
