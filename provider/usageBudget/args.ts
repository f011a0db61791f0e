import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a customer's budget for Azure usage.
 *
 * @see https://learn.microsoft.com/partner-center/developer/customer-usage-resources
 */
export interface CustomerUsageBudgetArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /**
     * What the customer's Azure usage may cost in a month before Partner Center says so, in the currency
     * that the customer is billed in. At least 0.
     *
     * @example 500
     */
    amount: Input<number>;
}
