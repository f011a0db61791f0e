import type { UserCredentials } from "../customer/resource";
import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import { requestKeyOf } from "../dynamic/requestKey";
import * as pulumi from "../program/pulumi";
import type { CustomerUserArgs } from "./args";

const typeToken = typeTokenOf("CustomerUser");

/**
 * A user of a customer's tenant, with a one-time password that stands as a secret in the state.
 *
 * Names, `displayName` and `usageLocation` change in place. The password is reset when `password` or
 * one of the `triggers` changes. Nobody who has the name already is taken over silently:
 * `existingUserId` says so.
 *
 * When the resource goes, the user is deleted, and can be restored for 30 days: Pulumi prints how. The
 * option `retainOnDelete` leaves the user, `protect` refuses the deletion.
 *
 * Needs sign-in as application and user. The US Government's Partner Center cannot create users.
 *
 * @example
 * ```typescript
 * const grace = new partnercenter.CustomerUser("grace", {
 *     customerId: contoso.tenantId,
 *     userPrincipalName: "grace@contoso.onmicrosoft.com",
 *     firstName: "Grace",
 *     lastName: "Hopper",
 *     displayName: "Grace Hopper",
 *     usageLocation: "US",
 * });
 *
 * export const credentials = grace.credentials; // a secret
 * ```
 *
 * ### Import
 *
 * A user that the customer has is taken over with `existingUserId`.
 *
 * @see https://learn.microsoft.com/partner-center/developer/user-resources#customeruser
 */
export class CustomerUser extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a user without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<userId>`, both GUIDs.
     * @example
     * ```typescript
     * const grace = partnercenter.CustomerUser.get("grace", pulumi.interpolate`${contoso.tenantId}/4b10bf41-ab11-40e3-8c53-cd67849b50de`);
     * export const name = grace.userPrincipalName;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerUser {
        return new CustomerUser(name, {} as CustomerUserArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerUser`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerUser {
        return isOfKind("CustomerUser", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Name for signing in. */
    declare readonly userPrincipalName: pulumi.Output<string>;

    declare readonly firstName: pulumi.Output<string>;

    declare readonly lastName: pulumi.Output<string>;

    declare readonly displayName: pulumi.Output<string>;

    /** Where licences will be used. */
    declare readonly usageLocation: pulumi.Output<string>;

    /** Tie to a directory that is synchronised, if there is one. */
    declare readonly immutableId: pulumi.Output<string | undefined>;

    /** Whether another password must be chosen after one was set. */
    declare readonly forceChangePassword: pulumi.Output<boolean>;

    /** The values whose change resets the password. */
    declare readonly triggers: pulumi.Output<Record<string, string> | undefined>;

    /** The id by which the user was taken over, if it was. */
    declare readonly existingUserId: pulumi.Output<string | undefined>;

    /** The user's id in the tenant, a GUID. The resource's id is `<customerId>/<userId>`. */
    declare readonly userId: pulumi.Output<string>;

    /** `active`; new values of the service pass through. */
    declare readonly state: pulumi.Output<string>;

    /**
     * Name for signing in, and the password that was set last, as a secret. Absent for a user who was
     * taken over without another password.
     */
    declare readonly credentials: pulumi.Output<UserCredentials | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerUserArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: CustomerUserArgs, opts: pulumi.CustomResourceOptions = {}) {
        const { password } = args;
        const inputs = {
            ...args,
            ...(password !== undefined && { password: pulumi.secret(password) }),
            ...(opts.id === undefined && { requestKey: requestKeyOf(typeToken, name, opts) }),
        };
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("CustomerUser", inputs, [
                    "customerId",
                    "userPrincipalName",
                    "firstName",
                    "lastName",
                    "displayName",
                    "usageLocation",
                    "immutableId",
                    "forceChangePassword",
                    "triggers",
                    "existingUserId",
                    "userId",
                    "state",
                    "credentials",
                ]),
                pulumi.mergeOptions(opts, { additionalSecretOutputs: ["credentials"] }),
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
