import { createHash } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { Purchase } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Uncertain } from "../../uncertain";
import { link, omitMissing } from "../http/wire";
import { findOffer } from "../orders/catalogue";

type Wire = Record<string, unknown>;

/** A subscription as reading it answers it (docs: get-a-subscription-by-id). */
export function subscriptionWire(
    customer: CustomerRecord,
    subscription: Subscription,
    uncertain: Pick<Uncertain, "subscriptionEtag">,
): Wire {
    const { id, orderId, offerName, friendlyName, status, createdAt, purchase } = subscription;
    const self = link(`/customers/${customer.id}/subscriptions/${id}`);
    return omitMissing({
        id,
        offerName,
        friendlyName,
        hasPurchasableAddons: false,
        creationDate: createdAt,
        effectiveStartDate: createdAt,
        status,
        actions: ["Cancel", "Edit"],
        suspensionReasons: status === "suspended" ? ["CustomerCancellation"] : undefined,
        attentionNeeded: false,
        actionTaken: false,
        contractType: "subscription",
        orderId,
        ...(purchase === undefined
            ? legacyMembers(customer, subscription, self)
            : newCommerceMembers(customer, purchase, self)),
        attributes: omitMissing({
            etag: etagOf(subscription, uncertain),
            objectType: "Subscription",
        }),
    });
}

/**
 * The etag of a subscription, where it has one. Of the former commerce every one has, and another as soon
 * as anything is changed.
 */
export function etagOf(
    { purchase, friendlyName, status, quantity }: Subscription,
    { subscriptionEtag }: Pick<Uncertain, "subscriptionEtag">,
): string | undefined {
    if (purchase !== undefined) return subscriptionEtag === "present" ? purchase.etag : undefined;
    const members = JSON.stringify([friendlyName, status, quantity]);
    return createHash("sha256").update(members).digest("base64url");
}

/** The end of the year in which a subscription of the former commerce is at some time. */
export function legacyTermEnd(createdAt: string, at: number): string {
    const end = new Date(createdAt);
    do {
        end.setUTCFullYear(end.getUTCFullYear() + 1);
    } while (end.getTime() <= at);
    return end.toISOString();
}

/** What only the older offers have, as recorded. */
function legacyMembers(
    customer: CustomerRecord,
    { id, createdAt, kind, quantity = 1 }: Subscription,
    self: Wire,
): Wire {
    const offerId = "BD938F12-058F-4927-BBA3-AE36B1D2501C";
    return {
        offerId,
        entitlementId: id,
        quantity,
        unitType: kind === "azure" ? "Usage-based" : "Licenses",
        commitmentEndDate: legacyTermEnd(createdAt, Date.parse(createdAt)),
        autoRenewEnabled: true,
        isTrial: false,
        billingType: kind === "azure" ? "usage" : "license",
        billingCycle: "monthly",
        links: {
            offer: link(`/offers/${offerId}?country=${customer.billing.defaultAddress?.country}`),
            self,
        },
    };
}

/** What the offers of the new commerce have, as the documentation's samples show. */
function newCommerceMembers(customer: CustomerRecord, purchase: Purchase, self: Wire): Wire {
    const [product = "", sku = "", availability = ""] = purchase.catalogItemId.split(":");
    const offer = findOffer(purchase.catalogItemId);
    const country = customer.billing.defaultAddress?.country;
    const isUsage = purchase.termDuration === undefined;
    const type = offer?.productType;
    return {
        offerId: purchase.catalogItemId,
        productType: { id: type, displayName: type },
        quantity: purchase.quantity,
        unitType: isUsage ? "Usage-based" : "Licenses",
        commitmentEndDate: purchase.endsAt,
        cancellationAllowedUntilDate: purchase.cancellationAllowedUntil,
        autoRenewEnabled: purchase.autoRenewEnabled,
        isTrial: offer?.isTrial ?? false,
        billingType: isUsage ? "usage" : "license",
        billingCycle: purchase.billingCycle,
        termDuration: purchase.termDuration,
        renewalTermDuration: isUsage ? undefined : "",
        refundOptions: [{ type: "Full", expiresAt: purchase.cancellationAllowedUntil }],
        isMicrosoftProduct: true,
        partnerId: purchase.resellerPartnerId ?? "",
        publisherName: "Microsoft Corporation",
        ...(purchase.refundable.length > 0 && { refundableQuantity: refundableWire(purchase) }),
        links: {
            product: link(`/products/${product}?country=${country}`),
            sku: link(`/products/${product}/skus/${sku}?country=${country}`),
            availability: link(
                `/products/${product}/skus/${sku}/availabilities/${availability}?country=${country}`,
            ),
            self,
        },
    };
}

function refundableWire({ refundable }: Purchase): Wire {
    return {
        totalQuantity: refundable.reduce((sum, { quantity }) => sum + quantity, 0),
        details: refundable.map(({ quantity, until }) => ({
            quantity,
            allowedUntilDateTime: until,
        })),
    };
}
