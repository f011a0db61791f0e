import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a user of a customer's tenant. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/create-user-accounts-for-a-customer
 */
export interface CustomerUserArgs {
    /** Tenant id of the customer, a GUID. Another customer makes another user. */
    customerId: Input<string>;

    /**
     * Name for signing in, with one of the customer's domains; not a federated one. Changes in place.
     *
     * @example "grace@contoso.onmicrosoft.com"
     */
    userPrincipalName: Input<string>;

    /** 1 to 64 characters. @example "Grace" */
    firstName: Input<string>;

    /** 1 to 64 characters. @example "Hopper" */
    lastName: Input<string>;

    /** 1 to 256 characters. @example "Grace Hopper" */
    displayName: Input<string>;

    /** Where licences will be used: ISO 3166-1 code of two letters. @example "US" */
    usageLocation: Input<string>;

    /** Ties the user to one of a directory that is synchronised. Fixed at creation. */
    immutableId?: Input<string>;

    /**
     * The password to set, which becomes a secret: 8 to 256 characters of three kinds. Another one is
     * set in place. Needed in the cloud `china`, whose Partner Center cannot reset passwords.
     *
     * @defaultValue a random one of 24 characters
     */
    password?: Input<string>;

    /**
     * Whether the user must choose another password at the next sign-in; `credentials` then hold the
     * first one. Counts whenever a password is set.
     *
     * @defaultValue `true`
     */
    forceChangePassword?: Input<boolean>;

    /**
     * Values of your choice: when any of them changes, the password is reset in place.
     *
     * @example { rotated: "2026-11-24" }
     */
    triggers?: Input<Record<string, Input<string>>>;

    /**
     * Takes over a user that the customer has, or restores one who was deleted in the last 30 days,
     * instead of creating one: the user's id, a GUID. The name must be the one in `userPrincipalName`;
     * what differs otherwise is written. The password stays as it is and unknown, unless `password` or
     * `triggers` stand beside it: then it is reset.
     *
     * @example "4b10bf41-ab11-40e3-8c53-cd67849b50de"
     */
    existingUserId?: Input<string>;
}
