/** What no source settles about migrations to new commerce, and their schedules. */
export const migrations = {
    /**
     * How validating a migration says that it is not possible: in its answer, as the page's sample
     * does, or by the refusals that the page of error codes has for it.
     */
    ineligibleMigration: ["answered", "refused"],
    /** What reading a migration that is not there gets: the status of the error codes, or of the contract. */
    missingMigration: ["400-900224", "404-900224"],
    /** What scheduling the migration of a subscription that has a schedule gets. No source says. */
    scheduledAgain: ["400-800002", "409-800002", "accepted"],
    /** What changing or cancelling a schedule that is over gets. No source says. */
    closedSchedule: ["400-800002", "409-800002"],
    /** Whether lists hold cancelled schedules. */
    cancelledSchedules: ["listed", "absent"],
    /** The status of a schedule that was carried out. No source names it. */
    carriedOutSchedule: ["Completed", "Processed"],
    /** What stands in answers about migrations for what is not set: nothing, or null. */
    unsetMigrationMembers: ["absent", "null"],
    /** The name of a schedule's add-ons in answers: the contract's, or the samples'. */
    scheduledAddOns: ["addOnMigrationSchedules", "addOnMigrations"],
} as const;
