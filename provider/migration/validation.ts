import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { termDurations } from "../subscription/shapes";
import { cycleProblems } from "../subscription/validation/purchase";
import { beyond } from "../validation/sentences";
import { day, guid, minutes, quantity, shapeProblems } from "../validation/shape";
import { identityChanges } from "./differences";
import {
    billingCycles,
    deletionPolicies,
    type MigrationInputs,
    type MigrationPlan,
} from "./shapes";

const migrated = {
    currentSubscriptionId: guid,
    quantity: v.optional(quantity),
    termDuration: v.optional(v.picklist(termDurations)),
    billingCycle: v.optional(v.picklist(billingCycles)),
    purchaseFullTerm: v.optional(v.boolean()),
    customTermEndDate: v.optional(day),
};

/** The arguments of every plan. */
export const planShape = {
    customerId: guid,
    ...migrated,
    addOnMigrations: v.optional(v.array(v.strictObject(migrated))),
};

const migration = v.strictObject({
    ...planShape,
    timeoutMinutes: minutes,
    deletionPolicy: v.picklist(deletionPolicies),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(
    olds: MigrationInputs | undefined,
    news: MigrationInputs,
    context: CheckContext,
): string[] {
    const ofMembers = shapeProblems("NewCommerceMigration", migration, news, context);
    return [
        ...ofMembers,
        ...beyond(ofMembers, planProblems(news, context)),
        ...(olds === undefined ? [] : forbiddenChanges(olds, news, context)),
    ];
}

/** Arguments of a plan that contradict each other. */
export function planProblems(plan: MigrationPlan, { isUnknown }: CheckContext): string[] {
    const addOns = Array.isArray(plan.addOnMigrations) ? plan.addOnMigrations : [];
    const ids = [plan, ...addOns].map(({ currentSubscriptionId: id }) => String(id).toLowerCase());
    return [
        ...[plan, ...addOns].flatMap((one, index) =>
            isUnknown(one.termDuration) ? [] : cycleProblems(one).map(inAddOn(index)),
        ),
        ...addOns.flatMap((addOn, index) =>
            isUnknown(addOn) ||
            isUnknown(addOn.currentSubscriptionId) ||
            ids.indexOf(ids[index + 1] ?? "") === index + 1
                ? []
                : [inAddOn(index + 1)("currentSubscriptionId: is there twice.")],
        ),
    ];
}

/** A sentence about a member of the n-th add-on; the first of all is the plan itself. */
function inAddOn(index: number): (problem: string) => string {
    return (problem) => (index === 0 ? problem : `addOnMigrations.${index - 1}.${problem}`);
}

/** A replacement would forget what was migrated. */
function forbiddenChanges(
    olds: MigrationInputs,
    news: MigrationInputs,
    { isUnknown }: CheckContext,
): string[] {
    return olds.deletionPolicy !== "prevent"
        ? []
        : identityChanges(olds, news)
              .filter((member) => !isUnknown(news[member]))
              .map(
                  (member) =>
                      `${member}: no call takes the migration of the subscription ${olds.currentSubscriptionId} back. Set it back, and declare the other migration as a resource of its own. ${howToForget}`,
              );
}

export const howToForget =
    'To forget it here, and keep the new subscription, deploy deletionPolicy "retain" first.';
