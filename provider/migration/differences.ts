import { sameName } from "../validation/sameName";
import type { MigratedSubscription, MigrationPlan, MigrationTerms } from "./shapes";

const terms = [
    "quantity",
    "termDuration",
    "billingCycle",
    "purchaseFullTerm",
    "customTermEndDate",
] as const;

/** What both a program and the service say of a plan. */
export type HeldPlan = MigrationTerms & Pick<MigrationPlan, "addOnMigrations">;

/** Another one of these is another migration. */
export function identityChanges(olds: MigrationPlan, news: MigrationPlan) {
    return (["customerId", "currentSubscriptionId"] as const).filter(
        (member) => !sameName(olds[member], news[member]),
    );
}

/** The arguments by which a plan is not what is held. What either does not say is no difference. */
export function planDifferences(declared: HeldPlan, held: HeldPlan): (keyof HeldPlan)[] {
    const isSame = sameAddOns(declared.addOnMigrations, held.addOnMigrations);
    return [...termDifferences(declared, held), ...(isSame ? [] : (["addOnMigrations"] as const))];
}

function termDifferences(declared: MigrationTerms, held: MigrationTerms) {
    return terms.filter(
        (name) =>
            declared[name] !== undefined &&
            held[name] !== undefined &&
            !sameName(declared[name], held[name]),
    );
}

function sameAddOns(
    declared: readonly MigratedSubscription[] | undefined,
    held: readonly MigratedSubscription[] | undefined,
): boolean {
    if (declared === undefined || held === undefined) {
        return true;
    }
    return (
        declared.length === held.length &&
        declared.every((addOn) =>
            held.some(
                (one) =>
                    sameName(one.currentSubscriptionId, addOn.currentSubscriptionId) &&
                    termDifferences(addOn, one).length === 0,
            ),
        )
    );
}
