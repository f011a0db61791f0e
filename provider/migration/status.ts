import { sameName } from "../validation/sameName";

/** Whether the new subscription is there. */
export function isCompleted({ status }: { status?: string }): boolean {
    return sameName(status, "Completed");
}

/** Whether it has failed, for now or for good. Any other status is on its way to one of the two. */
export function hasFailed({ status }: { status?: string }): boolean {
    return sameName(status, "Failed");
}
