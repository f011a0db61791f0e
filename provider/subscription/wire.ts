import { presentMembers } from "../lifecycle/presentMembers";
import type { CartLineResource } from "../partnercenter/carts";
import type { SubscriptionResource } from "../partnercenter/types";
import { sameName } from "../validation/sameName";
import { offerOf, parseOffer, sameOffer } from "./offer";
import type { DeclaredPurchase, SubscriptionInputs, SubscriptionState } from "./shapes";

/** The line of a cart that buys what is declared. */
export function toCartLine(purchase: DeclaredPurchase, catalogItemId: string): CartLineResource {
    const { quantity, friendlyName, termDuration, billingCycle, partnerIdOnRecord } = purchase;
    return {
        catalogItemId,
        quantity,
        friendlyName,
        ...(billingCycle && { billingCycle: billingCycle.replace("oneTime", "one_time") }),
        ...(termDuration && { termDuration }),
        ...(partnerIdOnRecord && {
            participants: [{ key: "transaction_reseller", value: partnerIdOnRecord }],
        }),
    };
}

/** A billing cycle as programs write it: the service has `one_time`, `OneTime` and `Annual`. */
export function billingCycleOf(held: string | undefined): string | undefined {
    const bare = held?.replaceAll("_", "").toLowerCase();
    return bare === "onetime" ? "oneTime" : bare;
}

/**
 * The state of a subscription. What was bought stays as it was declared, also where a renewal or an
 * upgrade has made something else of it since: else the next run would buy anew.
 */
export function toState(
    declared: SubscriptionInputs | SubscriptionState,
    held: SubscriptionResource,
): SubscriptionState {
    const heldOffer = parseOffer(held.offerId ?? "");
    const offer = offerOf(declared) ?? heldOffer;
    const heldItem = sameOffer(heldOffer, offer) ? held.offerId : undefined;
    return {
        customerId: declared.customerId,
        quantity: held.quantity ?? declared.quantity,
        friendlyName: held.friendlyName ?? declared.friendlyName,
        deletionPolicy: declared.deletionPolicy,
        subscriptionId: held.id,
        ...presentMembers({
            catalogItemId: declared.catalogItemId ?? heldItem,
            productId: offer?.productId,
            skuId: offer?.skuId,
            termDuration: declared.termDuration ?? held.termDuration,
            billingCycle: declared.billingCycle ?? billingCycleOf(held.billingCycle),
            partnerIdOnRecord: declared.partnerIdOnRecord ?? (held.partnerId || undefined),
            existingSubscriptionId: declared.existingSubscriptionId,
            cartId: declared.cartId,
            autoRenewEnabled: held.autoRenewEnabled,
            status: held.status,
            orderId: held.orderId,
            offerName: held.offerName,
            effectiveStartDate: held.effectiveStartDate,
            commitmentEndDate: held.commitmentEndDate,
            cancellationAllowedUntilDate: held.cancellationAllowedUntilDate,
            suspensionReasons: held.suspensionReasons,
        }),
    };
}

/** The members of a subscription that can change, each with what it is to become. */
export type SubscriptionChange = Partial<
    Pick<SubscriptionResource, "quantity" | "friendlyName" | "autoRenewEnabled" | "status">
>;

/** What the program wants otherwise. What it does not say may be as it likes. */
export function wantedChange(
    { quantity, friendlyName, autoRenewEnabled, status }: SubscriptionInputs,
    held: Pick<SubscriptionResource, keyof SubscriptionChange>,
): SubscriptionChange {
    return {
        ...(quantity !== held.quantity && { quantity }),
        ...(friendlyName !== held.friendlyName && { friendlyName }),
        ...(autoRenewEnabled !== undefined &&
            autoRenewEnabled !== held.autoRenewEnabled && { autoRenewEnabled }),
        ...(status !== undefined && !sameName(status, held.status) && { status }),
    };
}
