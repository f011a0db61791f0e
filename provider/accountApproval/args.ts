import type { Input } from "@pulumi/pulumi";

/** How long a run waits for the vetting of a customer's account. */
export interface AccountApprovalWait {
    /**
     * Minutes until a run gives up; the next one goes on waiting. Vetting takes from minutes to days.
     * At most 10080, a week.
     *
     * @defaultValue `60`
     */
    timeoutMinutes?: Input<number> | undefined;
}

/** Whose account, and how long to wait. */
export interface AccountApprovalArgs extends AccountApprovalWait {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;
}
