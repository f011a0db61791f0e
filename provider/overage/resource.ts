import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerOverageArgs } from "./args";

const typeToken = typeTokenOf("CustomerOverage");

/**
 * Lets a customer's users go on calling beyond what their calling plans include (telco pay-as-you-go of
 * the new commerce), charged to an Azure subscription under the customer's Azure plan. **It costs money**:
 * the partner is billed for it with that Azure plan, by the minute, without a discount and without a
 * limit. The customer needs a subscription that includes overage.
 *
 * A customer has one overage. One that somebody turned on in the portal is changed, which a preview says;
 * when the resource goes, it is turned off.
 *
 * @example
 * ```typescript
 * new partnercenter.CustomerOverage("contoso", {
 *     customerId: contoso.tenantId,
 *     azureEntitlementId: "ea1c26b7-8c99-42bb-ba7d-c535831fae8e",
 * });
 * ```
 *
 * ### Import
 *
 * An overage that is on needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/update-subscription-overage
 * @see https://learn.microsoft.com/partner-center/new-commerce-telco-payg
 */
export class CustomerOverage extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a customer's overage without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id Tenant id of the customer.
     * @example
     * ```typescript
     * const overage = partnercenter.CustomerOverage.get("contoso", contoso.tenantId);
     * export const charged = overage.azureEntitlementId;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerOverage {
        return new CustomerOverage(name, {} as CustomerOverageArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerOverage`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerOverage {
        return isOfKind("CustomerOverage", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** The Azure subscription that is charged. */
    declare readonly azureEntitlementId: pulumi.Output<string>;

    /** Partner id of the reseller, where there is one. */
    declare readonly partnerId: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerOverageArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: CustomerOverageArgs, opts: pulumi.CustomResourceOptions = {}) {
        const outputs = ["customerId", "azureEntitlementId", "partnerId"];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerOverage", { ...args }, outputs), opts);
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
