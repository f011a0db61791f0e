import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a licence of a customer's user. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/license-resources
 */
export interface CustomerUserLicenseArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** Id of the user in that tenant, a GUID. The user needs a `usageLocation`. */
    userId: Input<string>;

    /**
     * Id of the product in the directory, a GUID. It is another one than in the catalogue, and the same
     * for all customers; `getCustomerData` with `data: "subscribedSkus"` lists what a customer has.
     *
     * @example "3b555118-da6a-4418-894f-7df1e2096870" // Microsoft 365 Business Basic
     */
    skuId: Input<string>;

    /**
     * Ids of the service plans of the product that the user may not use, GUIDs. They change in place.
     *
     * @defaultValue none: the user may use all of the product
     */
    excludedPlans?: Input<Input<string>[]>;
}
