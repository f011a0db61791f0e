import type { Credentials, Triggers } from "../user/shapes";

/** What a program declares of an administrator's password; also the part of the state that mirrors it. */
export interface DeclaredAdminPassword {
    customerId: string;
    forceChangePassword: boolean;
    triggers?: Triggers;
}

/** The resolved arguments, as `check` leaves them. */
export interface AdminPasswordInputs extends DeclaredAdminPassword {
    userPrincipalName?: string;
}

/** What the state holds of an administrator's password. */
export interface AdminPasswordState extends DeclaredAdminPassword {
    userPrincipalName: string;
    userId: string;
    userCredentials?: Credentials;
    /** Whether the next update must reset again, because it is not known which password works. */
    passwordToReset?: true;
}
