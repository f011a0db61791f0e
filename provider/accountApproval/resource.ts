import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { AccountApprovalArgs } from "./args";

const typeToken = typeTokenOf("AccountApproval");

/**
 * Microsoft's approval of a customer's account, without which Partner Center takes no order for the
 * customer (800073, 800074, 800075). It cannot be given, only waited for: the resource is there as
 * soon as it was given.
 *
 * `waitForAccountApproval` of a `Customer` declares one. By itself it serves for customers who are
 * declared elsewhere. A run that is stopped while it waits loses nothing, since the customer is in the
 * state already; the next `pulumi up` goes on waiting. `pulumi refresh` reads the status again.
 *
 * Needs sign-in as application and user.
 *
 * @example
 * ```typescript
 * const approval = new partnercenter.AccountApproval("contoso", {
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 *     timeoutMinutes: 240,
 * });
 *
 * export const since = approval.lastUpdateDateTime;
 * ```
 *
 * @see https://learn.microsoft.com/partner-center/developer/retrieve-validation-status
 */
export class AccountApproval extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /** Whether an object is an `AccountApproval`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is AccountApproval {
        return isOfKind("AccountApproval", obj);
    }

    /** Tenant id of the customer. Whatever uses it waits for the approval. */
    declare readonly customerId: pulumi.Output<string>;

    /** `Allowed`. */
    declare readonly status: pulumi.Output<string>;

    /** When the status was set, as the service writes it: `2022-01-19T08:23:11Z`. */
    declare readonly lastUpdateDateTime: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `AccountApprovalArgs`.
     */
    constructor(name: string, args: AccountApprovalArgs, opts: pulumi.CustomResourceOptions = {}) {
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("AccountApproval", { ...args }, ["status", "lastUpdateDateTime"]),
                opts,
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
