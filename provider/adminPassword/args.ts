import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of the password of a customer's administrator.
 *
 * @see https://learn.microsoft.com/partner-center/developer/reset-user-password-for-a-customer
 */
export interface CustomerAdminPasswordArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /**
     * Name for signing in of the user whose password is reset.
     *
     * @defaultValue `admin@` the customer's domain: the administrator whom Partner Center makes with a tenant
     */
    userPrincipalName?: Input<string>;

    /**
     * Whether the user must choose another password at the next sign-in. Counts whenever the password
     * is reset.
     *
     * @defaultValue `true`
     */
    forceChangePassword?: Input<boolean>;

    /**
     * Values of your choice: when any of them changes, the password is reset again.
     *
     * @example { rotated: "2026-11-24" }
     */
    triggers?: Input<Record<string, Input<string>>>;
}
