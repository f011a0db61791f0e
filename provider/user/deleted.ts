/** How long a deleted user can be restored. */
const restorableDays = 30;

/**
 * Until when a deleted user can be restored, as a day in UTC.
 *
 * @param softDeletionTime When the service deleted the user; by default now.
 * @see https://learn.microsoft.com/partner-center/developer/restore-a-user-for-a-customer
 */
export function restorableUntil(softDeletionTime?: string): string {
    const deleted = softDeletionTime === undefined ? Date.now() : Date.parse(softDeletionTime);
    const until = new Date(deleted + restorableDays * 24 * 60 * 60 * 1000);
    return Number.isNaN(until.getTime()) ? "30 days after that" : until.toISOString().slice(0, 10);
}
