import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a directory role of a customer's user. Any change gives another role.
 *
 * @see https://learn.microsoft.com/partner-center/developer/set-user-roles-for-a-customer
 */
export interface CustomerUserRoleArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** Id of the user in that tenant, a GUID. */
    userId: Input<string>;

    /**
     * The role's name, in any casing: give it, or `roleId`. A name that the customer does not have is
     * refused at preview, with those that there are.
     *
     * @example "Helpdesk Administrator"
     */
    roleName?: Input<string>;

    /** The role's id, a GUID that each tenant has of its own: give it, or `roleName`. */
    roleId?: Input<string>;
}
