import type { MigrationPlan } from "../migration/shapes";

/** The resolved arguments, as `check` leaves them. */
export interface ScheduleInputs extends MigrationPlan {
    /** A day. */
    targetDate?: string;
    migrateOnRenewal?: boolean;
}

/** What the state holds of a schedule. */
export interface ScheduleState extends ScheduleInputs {
    scheduleId: string;
    status?: string;
    catalogItemId?: string;
    subscriptionEndDate?: string;
    createdTime?: string;
    lastModifiedTime?: string;
    /** The migration by which it was carried out. */
    newCommerceMigrationId?: string;
    /** Why it could not be carried out. */
    errorCode?: string;
    errorDescription?: string;
}
