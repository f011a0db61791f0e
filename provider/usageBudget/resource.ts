import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerUsageBudgetArgs } from "./args";

const typeToken = typeTokenOf("CustomerUsageBudget");

/**
 * What a customer's Azure usage may cost in a month before Partner Center tells the partner. It stops
 * nothing. A customer has one budget: one that was set in the portal is changed, which a preview says,
 * and when the resource goes there is none.
 *
 * @example
 * ```typescript
 * new partnercenter.CustomerUsageBudget("contoso", { customerId: contoso.tenantId, amount: 500 });
 * ```
 *
 * ### Import
 *
 * A budget that a customer has needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/update-a-customer-s-usage-spending-budget
 */
export class CustomerUsageBudget extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a customer's budget without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id Tenant id of the customer.
     * @example
     * ```typescript
     * const budget = partnercenter.CustomerUsageBudget.get("contoso", contoso.tenantId);
     * export const amount = budget.amount;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerUsageBudget {
        return new CustomerUsageBudget(name, {} as CustomerUsageBudgetArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerUsageBudget`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerUsageBudget {
        return isOfKind("CustomerUsageBudget", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** The budget of a month, in the currency that the customer is billed in. */
    declare readonly amount: pulumi.Output<number>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerUsageBudgetArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerUsageBudgetArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "amount"];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerUsageBudget", { ...args }, outputs), opts);
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
