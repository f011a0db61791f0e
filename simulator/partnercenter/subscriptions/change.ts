import type { Purchase } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Settings } from "../../settings";
import type { Uncertain } from "../../uncertain";
import { newEtag } from "../customers/newCustomer";
import { type Bound, bind } from "../http/bind";
import { failureOf, invalidInput, ServiceFailure } from "../http/errors";
import { outdatedEtag } from "../http/etag";
import { findOffer, type Offer } from "../orders/catalogue";
import { isCancelled } from "./azureEntitlements";
import { etagOf } from "./wire";

const shape = {
    friendlyName: "text",
    quantity: "number",
    status: "text",
    autoRenewEnabled: "boolean",
    billingCycle: "text",
    attributes: { etag: "text" },
} as const;

type Change = Bound<typeof shape>;

/**
 * A subscription after a PATCH, whose body is the whole of it (docs: update-a-subscription-by-id,
 * change-the-quantity-of-a-subscription, suspend-a-subscription, reactivate-a-suspended-subscription,
 * cancel-an-azure-marketplace-subscription). `autoRenewEnabled` that is left out becomes false, as the
 * first of these pages warns.
 *
 * @throws ServiceFailure where the change is not possible.
 */
export function changedSubscription(
    held: Subscription,
    body: unknown,
    ifMatch: string | undefined,
    settings: Settings,
): Subscription {
    const change = bind(shape, body);
    checkEtag(held, ifMatch ?? change.attributes?.etag, settings.uncertain);
    if (held.status === "deleted") {
        throw new ServiceFailure(
            400,
            2011,
            `Subscription with ID ${held.id} and deleted status can't be updated.`,
        );
    }
    const status = changedStatus(held, change, settings);
    const { purchase } = held;
    return {
        ...held,
        status,
        friendlyName: change.friendlyName ?? held.friendlyName,
        ...(purchase === undefined
            ? { quantity: changedQuantity(held, held.quantity ?? 1, change) }
            : { purchase: changedPurchase(held, purchase, change, settings) }),
    };
}

function checkEtag(held: Subscription, given: string | undefined, uncertain: Uncertain): void {
    const etag = etagOf(held, uncertain);
    if (etag === undefined || given === undefined || given.replaceAll('"', "") === etag) return;
    throw outdatedEtag(uncertain);
}

function changedStatus(
    held: Subscription,
    change: Change,
    { uncertain, now }: Settings,
): Subscription["status"] {
    const { status, purchase } = held;
    const wanted = change.status?.toLowerCase() ?? status;
    if (wanted !== "active" && wanted !== "suspended" && wanted !== "deleted") {
        throw invalidInput("status", `it cannot be set to ${wanted}`);
    }
    const isUsed = purchase?.azureSubscriptionId !== undefined && !isCancelled(held);
    if (wanted === "suspended" && isUsed && uncertain.azurePlanInUse !== "accepted") {
        throw failureOf(
            uncertain.azurePlanInUse,
            "Azure plan can't be moved to suspended state since you have one or more Azure Subscriptions in the active state.",
        );
    }
    const isTooLate =
        purchase !== undefined && Date.parse(purchase.cancellationAllowedUntil) <= now();
    if (wanted === "deleted" && isTooLate) {
        throw failureOf(
            uncertain.lateCancellation,
            "The cancellation window of this subscription has passed.",
        );
    }
    return wanted;
}

function changedPurchase(
    subscription: Subscription,
    held: Purchase,
    change: Change,
    { now }: Settings,
): Purchase {
    const cycle = change.billingCycle?.toLowerCase() ?? held.billingCycle;
    if (cycle !== held.billingCycle) {
        throw new ServiceFailure(
            400,
            2054,
            "The billing cycle for an existing subscription can't be updated using update-subscription operation.",
        );
    }
    const autoRenewEnabled = change.autoRenewEnabled ?? false;
    const offer = findOffer(held.catalogItemId);
    if (autoRenewEnabled && offer?.isAutoRenewable === false) {
        throw new ServiceFailure(
            400,
            800093,
            "The subscription isn't eligible to be auto-renewed.",
        );
    }
    const quantity = changedQuantity(subscription, held.quantity, change, offer);
    const refundable = refundableAfter(held, quantity, now());
    return { ...held, quantity, autoRenewEnabled, refundable, etag: newEtag() };
}

function changedQuantity(
    { status }: Subscription,
    held: number,
    { quantity = held }: Change,
    { minimumQuantity = 1, maximumQuantity = Number.POSITIVE_INFINITY }: Partial<Offer> = {},
): number {
    if (quantity !== held && status === "suspended") {
        throw new ServiceFailure(400, 800091, "Can't update a subscription with suspended status.");
    }
    const isAllowed = quantity >= minimumQuantity && quantity <= maximumQuantity;
    if (Number.isInteger(quantity) && isAllowed) return quantity;
    throw new ServiceFailure(
        400,
        2002,
        "Subscription quantity isn't within minimum and maximum allowed quantity.",
    );
}

const refundMs = 7 * 24 * 60 * 60 * 1000;

/** Added licences may be given back for seven days; the latest are given back first. */
function refundableAfter(held: Purchase, quantity: number, now: number): Purchase["refundable"] {
    const open = held.refundable.filter(({ until }) => Date.parse(until) > now);
    const added = quantity - held.quantity;
    if (added >= 0) {
        const until = new Date(now + refundMs).toISOString();
        return added === 0 ? open : [...open, { quantity: added, until }];
    }
    let left = -added;
    const kept = open.toReversed().flatMap((seats) => {
        const taken = Math.min(left, seats.quantity);
        left -= taken;
        return taken === seats.quantity ? [] : [{ ...seats, quantity: seats.quantity - taken }];
    });
    if (left > 0) {
        throw new ServiceFailure(400, 800090, "Subscription quantity cannot be decreased.");
    }
    return kept.toReversed();
}
