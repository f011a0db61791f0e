/** The resolved arguments, as `check` leaves them. */
export interface RegistrationInputs {
    customerId: string;
    subscriptionId: string;
    timeoutMinutes: number;
}

/** What the state holds of a registration. */
export interface RegistrationState {
    customerId: string;
    subscriptionId: string;
    /** As the service writes it. */
    status: string;
}
