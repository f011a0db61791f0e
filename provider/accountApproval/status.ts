import type { PartnerCenter } from "../partnercenter/client";
import type { ApprovalState } from "./shapes";

/** The vetting as it is now. */
export async function readStatus(
    customerId: string,
    client: PartnerCenter,
): Promise<ApprovalState> {
    const { status, lastUpdateDateTime } = (await client.accounts.status(customerId)) ?? {};
    return {
        customerId,
        ...(status && { status }),
        ...(lastUpdateDateTime && { lastUpdateDateTime }),
    };
}

/** Whether the service takes orders. */
export function isAllowed({ status }: ApprovalState): boolean {
    return folded(status) === "allowed";
}

/** Whether waiting does not help. Any other status, also one that is not known yet, may still change. */
export function isRefused({ status }: ApprovalState): boolean {
    return folded(status) === "notallowed";
}

/** A status with its time, for people. */
export function inWords({ status, lastUpdateDateTime }: ApprovalState): string {
    const since = lastUpdateDateTime === undefined ? "" : ` since ${lastUpdateDateTime}`;
    return status === undefined ? "there is no account status yet" : `it is ${status}${since}`;
}

/** The documentation writes one of them in two words. */
function folded(status = ""): string {
    return status.replace(/\s/g, "").toLowerCase();
}
