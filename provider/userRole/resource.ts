import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerUserRoleArgs } from "./args";

const typeToken = typeTokenOf("CustomerUserRole");

/**
 * A directory role that a user of a customer has. A user who has it already keeps it, and when the
 * resource goes it is taken away.
 *
 * Needs sign-in as application and user. The US Government's Partner Center cannot give roles.
 *
 * @example
 * ```typescript
 * new partnercenter.CustomerUserRole("grace-helpdesk", {
 *     customerId: contoso.tenantId,
 *     userId: "4b10bf41-ab11-40e3-8c53-cd67849b50de", // or the userId of a CustomerUser
 *     roleName: "Helpdesk Administrator",
 * });
 * ```
 *
 * ### Import
 *
 * A role that a user has needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/set-user-roles-for-a-customer
 */
export class CustomerUserRole extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a user's role without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<userId>/<roleId>`, all GUIDs.
     * @example
     * ```typescript
     * const role = partnercenter.CustomerUserRole.get("helpdesk", pulumi.interpolate`${contoso.tenantId}/4b10bf41-ab11-40e3-8c53-cd67849b50de/729827e3-9c14-49f7-bb1b-9608f156bbb8`);
     * export const name = role.roleName;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerUserRole {
        return new CustomerUserRole(name, {} as CustomerUserRoleArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerUserRole`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerUserRole {
        return isOfKind("CustomerUserRole", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Id of the user in that tenant. */
    declare readonly userId: pulumi.Output<string>;

    /** Id of the role in that tenant. */
    declare readonly roleId: pulumi.Output<string>;

    /** Name of the role, as the directory has it. */
    declare readonly roleName: pulumi.Output<string>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerUserRoleArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: CustomerUserRoleArgs, opts: pulumi.CustomResourceOptions = {}) {
        const outputs = ["customerId", "userId", "roleId", "roleName"];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerUserRole", { ...args }, outputs), opts);
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
