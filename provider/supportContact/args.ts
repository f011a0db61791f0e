import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a subscription's support contact: one of the partner's indirect resellers. The
 * names are those of the Partner Center API; `getIndirectResellers` tells the values.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
export interface SubscriptionSupportContactArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** Id of the customer's subscription, of a former (legacy) offer of licences. */
    subscriptionId: Input<string>;

    /** Tenant id of the reseller, a GUID. */
    supportTenantId: Input<string>;

    /** The reseller's id in the Microsoft AI Cloud Partner Program. @example "4847383" */
    supportMpnId: Input<string>;

    /** The reseller's name. @example "First Up Consultants" */
    name: Input<string>;
}
