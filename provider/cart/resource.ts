import { typeTokenOf } from "../dynamic/kinds";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { SubscriptionArgs } from "../subscription/args";

const typeToken = typeTokenOf("Cart");

/**
 * The cart by which a `Subscription` is bought, made beside it. Its id reaches the state before it is
 * checked out, so that a run that was cut short finds it again: one cart is bought once.
 *
 * @internal
 */
export class Cart extends pulumi.CustomResource {
    constructor(name: string, args: SubscriptionArgs, opts: pulumi.CustomResourceOptions) {
        const { customerId, productId, skuId, catalogItemId } = args;
        const { quantity, termDuration, billingCycle, friendlyName, partnerIdOnRecord } = args;
        const offer = { customerId, productId, skuId, catalogItemId };
        const terms = { quantity, termDuration, billingCycle, friendlyName, partnerIdOnRecord };
        super(typeToken, name, registration("Cart", { ...offer, ...terms }, ["cartId"]), opts);
    }
}
