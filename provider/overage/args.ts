import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a customer's overage. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/update-subscription-overage
 */
export interface CustomerOverageArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /**
     * The Azure subscription that is charged, a GUID: one of `azureSubscriptionIds` of the customer's
     * Azure plan (`Subscription`).
     */
    azureEntitlementId: Input<string>;

    /** For a partner who is an indirect provider: partner id of the reseller. @example "4847383" */
    partnerId?: Input<string>;
}
