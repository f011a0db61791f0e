import { presentMembers } from "../lifecycle/presentMembers";
import type {
    MigratedRequest,
    MigratedResource,
    MigrationRequest,
    MigrationResource,
} from "../partnercenter/migrations";
import { billingCycleOf } from "../subscription/wire";
import { dayOf, startOf } from "../validation/day";
import type { HeldPlan } from "./differences";
import type { MigratedSubscription, MigrationPlan, MigrationState, MigrationTerms } from "./shapes";

/** A subscription as a request names it; what is not declared is not said. */
export function toMigrated({
    currentSubscriptionId,
    quantity,
    termDuration,
    billingCycle,
    purchaseFullTerm,
    customTermEndDate,
}: MigratedSubscription): MigratedRequest {
    return {
        currentSubscriptionId,
        quantity,
        termDuration,
        // The samples begin with a capital.
        billingCycle: billingCycle && billingCycle.charAt(0).toUpperCase() + billingCycle.slice(1),
        purchaseFullTerm,
        customTermEndDate: customTermEndDate && startOf(customTermEndDate),
    };
}

export function toRequest(plan: MigrationPlan): MigrationRequest {
    return { ...toMigrated(plan), addOnMigrations: plan.addOnMigrations?.map(toMigrated) };
}

/** The terms of a subscription on its way, in a program's words. */
function termsOf(held: MigratedResource): MigrationTerms {
    return presentMembers({
        quantity: held.quantity,
        termDuration: held.termDuration,
        billingCycle: billingCycleOf(held.billingCycle),
        purchaseFullTerm: held.purchaseFullTerm,
        customTermEndDate: held.customTermEndDate && dayOf(held.customTermEndDate),
    });
}

/** What a migration or a schedule holds, in a program's words. */
export function heldPlan(
    held: MigratedResource,
    addOns: readonly MigratedResource[] | undefined,
): HeldPlan {
    return { ...termsOf(held), ...(addOns && { addOnMigrations: addOns.map(toAddOn) }) };
}

function toAddOn(held: MigratedResource): MigratedSubscription {
    const { currentSubscriptionId = "", newCommerceSubscriptionId } = held;
    return {
        currentSubscriptionId: currentSubscriptionId.toLowerCase(),
        ...termsOf(held),
        ...presentMembers({ newCommerceSubscriptionId }),
    };
}

/** The state of a migration. What is declared stays as it was declared: it does not change any more. */
export function toState(
    declared: MigrationPlan & Pick<MigrationState, "deletionPolicy">,
    held: MigrationResource,
): MigrationState {
    const { quantity, termDuration, billingCycle, purchaseFullTerm, customTermEndDate } = declared;
    return {
        customerId: declared.customerId,
        currentSubscriptionId: declared.currentSubscriptionId,
        deletionPolicy: declared.deletionPolicy,
        migrationId: held.id,
        ...presentMembers({ addOnMigrations: declared.addOnMigrations }),
        ...heldPlan(held, held.addOnMigrations),
        ...presentMembers({
            quantity,
            termDuration,
            billingCycle,
            purchaseFullTerm,
            customTermEndDate,
        }),
        ...presentMembers({
            status: held.status,
            catalogItemId: held.catalogItemId,
            newCommerceSubscriptionId: held.newCommerceSubscriptionId,
            newCommerceOrderId: held.newCommerceOrderId,
            subscriptionEndDate: held.subscriptionEndDate,
            startedTime: held.startedTime,
            completedTime: held.completedTime,
        }),
    };
}
