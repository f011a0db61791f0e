/** The resolved arguments, as `check` leaves them. */
export interface ApprovalInputs {
    customerId: string;
    timeoutMinutes: number;
}

/** What the state holds of the vetting. */
export interface ApprovalState {
    customerId: string;
    /** As the service writes it; absent where it has none. */
    status?: string;
    lastUpdateDateTime?: string;
}
