import type { Input } from "@pulumi/pulumi";
import type { MigrationPlanArgs } from "../migration/args";

/**
 * What a program says of a migration that is to come: what is migrated, and when. Give `targetDate` or
 * `migrateOnRenewal`. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/schedule-a-new-commerce-migration
 */
export interface NewCommerceMigrationScheduleArgs extends MigrationPlanArgs {
    /** The day on which it is to happen, in UTC. @example "2027-01-15" */
    targetDate?: Input<string>;

    /** `true`: it is to happen when the old subscription is renewed. */
    migrateOnRenewal?: Input<boolean>;
}
