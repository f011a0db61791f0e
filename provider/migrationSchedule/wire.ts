import { presentMembers } from "../lifecycle/presentMembers";
import { planDifferences } from "../migration/differences";
import { heldPlan, toMigrated } from "../migration/wire";
import type { ScheduleRequest, ScheduleResource } from "../partnercenter/migrationSchedules";
import { dayOf, startOf } from "../validation/day";
import type { ScheduleInputs, ScheduleState } from "./shapes";

/** What is to happen, and when; of the two ways to say when, the other one is taken back. */
export function toRequest(inputs: ScheduleInputs): ScheduleRequest {
    const { targetDate, migrateOnRenewal = false, addOnMigrations } = inputs;
    return {
        ...toMigrated(inputs),
        targetDate: targetDate === undefined ? null : startOf(targetDate),
        migrateOnRenewal,
        addOnMigrationSchedules: addOnMigrations?.map(toMigrated),
    };
}

/** The state of a schedule, which people change in the portal too; what the service does not say is as it was. */
export function toState(
    declared: ScheduleInputs,
    { targetDate, migrateOnRenewal, errorCode, ...held }: ScheduleResource,
): ScheduleState {
    const { quantity, termDuration, billingCycle, purchaseFullTerm, customTermEndDate } = declared;
    return {
        customerId: declared.customerId,
        currentSubscriptionId: declared.currentSubscriptionId,
        scheduleId: held.id,
        ...presentMembers({
            quantity,
            termDuration,
            billingCycle,
            purchaseFullTerm,
            customTermEndDate,
            addOnMigrations: declared.addOnMigrations,
        }),
        ...heldPlan(held, held.addOnMigrationSchedules),
        ...presentMembers({
            targetDate: targetDate ? dayOf(targetDate) : undefined,
            migrateOnRenewal,
            status: held.status,
            catalogItemId: held.catalogItemId,
            subscriptionEndDate: held.subscriptionEndDate,
            createdTime: held.createdTime,
            lastModifiedTime: held.lastModifiedTime,
            newCommerceMigrationId: held.newCommerceMigrationId,
            errorCode: errorCode?.toString(),
            errorDescription: held.errorDescription,
        }),
    };
}

/** The arguments by which a schedule is not what is declared. */
export function scheduleDifferences(
    declared: ScheduleInputs,
    held: Pick<ScheduleState, keyof ScheduleInputs>,
): string[] {
    const { targetDate, migrateOnRenewal = false } = declared;
    return [
        ...planDifferences(declared, held),
        ...(targetDate === undefined || targetDate === held.targetDate ? [] : ["targetDate"]),
        ...(migrateOnRenewal === (held.migrateOnRenewal ?? false) ? [] : ["migrateOnRenewal"]),
    ];
}
