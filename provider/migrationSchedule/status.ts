import { hasFailed } from "../migration/status";
import type { ScheduleResource } from "../partnercenter/migrationSchedules";
import type { ScheduleState } from "./shapes";

type Held = Pick<ScheduleResource | ScheduleState, "status" | "newCommerceMigrationId">;

/** Whether the migration has come about. The status that it then has is not documented. */
export function isCarriedOut({ newCommerceMigrationId }: Held): boolean {
    return (newCommerceMigrationId ?? "") !== "";
}

export function isCancelled({ status = "" }: Held): boolean {
    return /^cancell?ed$/i.test(status);
}

/** Whether it could not be carried out when it was due. */
export function isLost(held: Held): boolean {
    return hasFailed(held) && !isCarriedOut(held);
}

/** Whether it counts: it waits for its day, or has had it. */
export function counts(held: Held): boolean {
    return !isCancelled(held) && !isLost(held);
}
