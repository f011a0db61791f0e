import { Cart } from "../cart/resource";
import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { SubscriptionArgs } from "./args";
import type { DeletionPolicy } from "./shapes";

const typeToken = typeTokenOf("Subscription");

/** What `Subscription.get` must be told of a subscription that it looks up. */
export interface SubscriptionGetState {
    /** Tenant id of the customer, without which no subscription can be read. */
    customerId: pulumi.Input<string>;
}

/**
 * A subscription that a customer buys through the partner: an Azure plan, or licences.
 *
 * **Creating it orders, and costs money.** A preview says what the order would buy, and orders
 * nothing. The order goes through a cart, which is a resource of its own beside this one: its id is in
 * the state before it is checked out, and the service sells one cart once. So a run that was killed
 * and is started again does not buy twice.
 *
 * The Microsoft Customer Agreement must be confirmed first (`CustomerAgreement`). Quantity, name,
 * renewal and status change in place. So does the offer, by a transition of all licences, where Partner
 * Center lists it as eligible: an upgrade, or a trial that becomes paid. Term, billing cycle and customer
 * make another purchase, which `deletionPolicy` must allow.
 *
 * @example
 * ```typescript
 * import * as partnercenter from "pulumi-partnercenter";
 *
 * const customerId = "dfd8cc0a-c592-468c-8461-869a38d24738";
 *
 * const azure = new partnercenter.Subscription("azure", {
 *     customerId,
 *     productId: "DZH318Z0BPS6",
 *     skuId: "0001",
 * });
 *
 * const mail = new partnercenter.Subscription("mail", {
 *     customerId,
 *     productId: "CFQ7TTC0LH18",
 *     skuId: "0001",
 *     quantity: 5,
 *     termDuration: "P1Y",
 *     billingCycle: "monthly",
 * });
 *
 * export const azureSubscriptionId = azure.azureSubscriptionIds.apply((ids) => ids?.[0]);
 * export const boundUntil = mail.commitmentEndDate;
 * ```
 *
 * ### Import
 *
 * A subscription that the customer already has is taken over with `existingSubscriptionId`; nothing is
 * ordered then.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
export class Subscription extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a subscription without owning it: it is never changed or removed by this stack.
     *
     * @param name Name of the resource in the program.
     * @param id Id of the subscription, a GUID.
     * @example
     * ```typescript
     * const mail = partnercenter.Subscription.get("mail", "83ef9d05-4169-4ef9-9657-0e86b1eab1de", {
     *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
     * });
     * export const licences = mail.quantity;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state: SubscriptionGetState,
        opts?: pulumi.CustomResourceOptions,
    ): Subscription {
        return new Subscription(name, state, { ...opts, id });
    }

    /** Whether an object is a `Subscription`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is Subscription {
        return isOfKind("Subscription", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /**
     * The id of the subscription, a GUID. It is the resource's id too, unless a transition has made
     * another subscription of it.
     */
    declare readonly subscriptionId: pulumi.Output<string>;

    /** The order that bought it. */
    declare readonly orderId: pulumi.Output<string>;

    /** The name of what was bought, which an upgrade may change: `Microsoft 365 Business Basic`. */
    declare readonly offerName: pulumi.Output<string>;

    /** Product of the catalogue; absent for the older offers. */
    declare readonly productId: pulumi.Output<string | undefined>;

    /** The SKU under the product; absent for the older offers. */
    declare readonly skuId: pulumi.Output<string | undefined>;

    /** Product, SKU and availability, as declared or as Partner Center holds them. */
    declare readonly catalogItemId: pulumi.Output<string>;

    /** The name in Partner Center. */
    declare readonly friendlyName: pulumi.Output<string>;

    /** How many licences there are now. */
    declare readonly quantity: pulumi.Output<number>;

    /** The term that was bought; absent for an Azure plan. */
    declare readonly termDuration: pulumi.Output<string | undefined>;

    /** How the order is billed. */
    declare readonly billingCycle: pulumi.Output<string | undefined>;

    /** Whether it renews itself. */
    declare readonly autoRenewEnabled: pulumi.Output<boolean | undefined>;

    /** `active`, `suspended`, `pending`, `expired`, `disabled`; new values of the service pass through. */
    declare readonly status: pulumi.Output<string>;

    /** Why it is suspended, where it is; Microsoft may have done so. */
    declare readonly suspensionReasons: pulumi.Output<string[] | undefined>;

    /** Partner id of the indirect reseller on record, if there is one. */
    declare readonly partnerIdOnRecord: pulumi.Output<string | undefined>;

    /** When it began, in UTC. */
    declare readonly effectiveStartDate: pulumi.Output<string>;

    /** When its term ends, in UTC; far away for an Azure plan. */
    declare readonly commitmentEndDate: pulumi.Output<string>;

    /** Until when it can be cancelled, in UTC; absent where the service does not say. */
    declare readonly cancellationAllowedUntilDate: pulumi.Output<string | undefined>;

    /**
     * The Azure subscriptions under an Azure plan: the first one comes with it, and further ones may
     * have been made since. Absent for licences.
     */
    declare readonly azureSubscriptionIds: pulumi.Output<string[] | undefined>;

    /** The id by which the subscription was taken over, if it was. */
    declare readonly existingSubscriptionId: pulumi.Output<string | undefined>;

    /** The policy in force. */
    declare readonly deletionPolicy: pulumi.Output<DeletionPolicy>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `SubscriptionArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: SubscriptionArgs, opts: pulumi.CustomResourceOptions = {}) {
        const stacks = pausePromiseStacks();
        try {
            const isLookedUp = opts.id !== undefined;
            const inputs = isLookedUp ? args : { ...args, friendlyName: args.friendlyName ?? name };
            const isBought = !isLookedUp && args.existingSubscriptionId === undefined;
            const { additionalSecretOutputs: _, deleteBeforeReplace: __, ...shared } = opts;
            const cart = isBought
                ? { cartId: new Cart(name, inputs, { ...shared, protect: false }).id }
                : {};
            super(
                typeToken,
                name,
                registration("Subscription", { ...inputs, ...cart }, [
                    "subscriptionId",
                    "orderId",
                    "offerName",
                    "productId",
                    "skuId",
                    "catalogItemId",
                    "friendlyName",
                    "quantity",
                    "termDuration",
                    "billingCycle",
                    "autoRenewEnabled",
                    "status",
                    "suspensionReasons",
                    "partnerIdOnRecord",
                    "effectiveStartDate",
                    "commitmentEndDate",
                    "cancellationAllowedUntilDate",
                    "azureSubscriptionIds",
                    "existingSubscriptionId",
                    "deletionPolicy",
                ]),
                opts,
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
