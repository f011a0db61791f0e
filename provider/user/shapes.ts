import type { UserMembers } from "../partnercenter/users";

/** What a program declares of a user; also the part of the state that mirrors it. */
export interface DeclaredUser extends UserMembers {
    customerId: string;
    immutableId?: string;
    forceChangePassword: boolean;
    existingUserId?: string;
    triggers?: Triggers;
}

/** Values of a program's choice whose change resets a password. */
export type Triggers = Record<string, string>;

/** The resolved arguments, as `check` leaves them. */
export interface UserInputs extends DeclaredUser {
    password?: string;
    /** Hash of the resource's URN, from which the idempotency key of its creation is made. */
    requestKey?: string;
}

/** Name for signing in, and the password that was set last. */
export interface Credentials {
    userName: string;
    password: string;
}

/** What the state holds of a user. */
export interface UserState extends DeclaredUser {
    userId: string;
    /** `active`: a deleted user is in no state. */
    state: string;
    /** Absent where the password is not known: of a user who was taken over. */
    credentials?: Credentials;
    /** Whether the next update must set the password, because it is not known which one works. */
    passwordToReset?: true;
}
