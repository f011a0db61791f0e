import type { Input } from "@pulumi/pulumi";
import type { BillingCycle, DeletionPolicy, TermDuration } from "./shapes";

/**
 * What a program says of a subscription. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/cart-resources#cartlineitem
 */
export interface SubscriptionArgs {
    /** Tenant id of the customer, a GUID. Another customer makes another purchase. */
    customerId: Input<string>;

    /**
     * Product of the catalogue, together with `skuId`; the Azure plan is `DZH318Z0BPS6`, SKU `0001`.
     *
     * Another product or SKU buys nothing: what was bought becomes that, with all its licences, where
     * Partner Center lists it as an eligible transition, and else the change is refused with what is
     * eligible. `termDuration` and `billingCycle` may change with it; the term cannot become shorter.
     * Nothing takes a transition back.
     *
     * @example "CFQ7TTC0LH18"
     */
    productId?: Input<string>;

    /** The SKU under the product, with its zeros. @example "0001" */
    skuId?: Input<string>;

    /**
     * Instead of `productId` and `skuId`: both in one, as price lists have them. An availability behind
     * them is preferred where it is still for sale; its id changes over time, and is no difference.
     *
     * @example "CFQ7TTC0LH18:0001"
     */
    catalogItemId?: Input<string>;

    /**
     * How many licences. More are bought at once; fewer can be had for seven days after a purchase.
     *
     * @defaultValue `1`
     */
    quantity?: Input<number>;

    /**
     * How long the subscription binds: `P1M`, `P1Y` or `P3Y`. None for an Azure plan. Another term of
     * the same offer is another purchase.
     */
    termDuration?: Input<TermDuration>;

    /**
     * How often it is billed: `monthly`, `annual`, `triennial`, `oneTime` or `none` (trials). Needed
     * for all but an Azure plan. Another cycle of the same offer is another purchase.
     */
    billingCycle?: Input<BillingCycle>;

    /**
     * What Partner Center calls the subscription. It also tells a purchase from others of the same
     * offer: a customer has each name once.
     *
     * @defaultValue the name of the resource
     */
    friendlyName?: Input<string>;

    /** Whether it renews itself at the end of its term. Left out, it is not managed. */
    autoRenewEnabled?: Input<boolean>;

    /**
     * Partner id of the indirect reseller whose sale this is; for indirect providers. Giving it
     * confirms that this reseller is the one on record. Fixed by the order.
     *
     * @example "4847383"
     */
    partnerIdOnRecord?: Input<string>;

    /**
     * `suspended` takes its use away, and goes on costing; `active` gives it back. Left out, it is not
     * managed: whoever suspends it in the portal is not contradicted.
     */
    status?: Input<"active" | "suspended">;

    /**
     * Takes over a subscription that the customer already has, instead of buying one: its id, a GUID.
     * Offer and terms must be the same.
     */
    existingSubscriptionId?: Input<string>;

    /**
     * What happens to the subscription when the resource goes, by `pulumi destroy`, by its removal from
     * the program or by its replacement:
     *
     * - `prevent`: that fails. A change that would buy anew fails at preview.
     * - `retain`: the subscription goes on, is paid for, and is forgotten here.
     * - `suspend`: nobody can use it any more; it is not paid back.
     * - `cancel`: it ends. Possible until `cancellationAllowedUntilDate` only.
     *
     * The policy in the state counts: a new one must be deployed before it works.
     *
     * @defaultValue `"prevent"`
     */
    deletionPolicy?: Input<DeletionPolicy>;
}
