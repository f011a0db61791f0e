import type { UserCredentials } from "../customer/resource";
import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerAdminPasswordArgs } from "./args";

const typeToken = typeTokenOf("CustomerAdminPassword");

/**
 * A password of a customer's administrator, which is reset to a random one when the resource is made
 * and whenever one of its `triggers` changes: for a customer who was taken over, and for rotation.
 *
 * The password that was in use stops working; a preview says so. When the resource goes, the last
 * password stays: there is nothing to undo.
 *
 * Needs sign-in as application and user, and the global cloud: the others cannot reset passwords.
 *
 * @example
 * ```typescript
 * const administrator = new partnercenter.CustomerAdminPassword("contoso", {
 *     customerId: contoso.tenantId,
 *     triggers: { rotated: "2026-11-24" },
 * });
 *
 * export const credentials = administrator.userCredentials; // a secret
 * ```
 *
 * ### Import
 *
 * A password cannot be read, and so not imported: declaring the resource resets it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/reset-user-password-for-a-customer
 */
export class CustomerAdminPassword extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /** Whether an object is a `CustomerAdminPassword`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerAdminPassword {
        return isOfKind("CustomerAdminPassword", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Whose password it is. */
    declare readonly userPrincipalName: pulumi.Output<string>;

    /** That user's id in the tenant, a GUID. */
    declare readonly userId: pulumi.Output<string>;

    /** Whether another password must be chosen after a reset. */
    declare readonly forceChangePassword: pulumi.Output<boolean>;

    /** The values whose change resets the password. */
    declare readonly triggers: pulumi.Output<Record<string, string> | undefined>;

    /** Name for signing in, and the password of the last reset, as a secret. */
    declare readonly userCredentials: pulumi.Output<UserCredentials>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerAdminPasswordArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerAdminPasswordArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("CustomerAdminPassword", { ...args }, [
                    "userPrincipalName",
                    "userId",
                    "forceChangePassword",
                    "triggers",
                    "userCredentials",
                ]),
                pulumi.mergeOptions(opts, { additionalSecretOutputs: ["userCredentials"] }),
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
