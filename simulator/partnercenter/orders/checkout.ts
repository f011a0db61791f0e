import { randomBytes, randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { Cart, CartLine, Order, Purchase } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Service } from "../../service";
import { newEtag } from "../customers/newCustomer";
import { failureOf, type ServiceFailure } from "../http/errors";
import { findOffer, isAzurePlan } from "./catalogue";
import { orderWire } from "./orders";
import { purchaseObstacle } from "./purchaseObstacle";

const refundMs = 7 * 24 * 60 * 60 * 1000;

type Result = Record<string, unknown>;

/**
 * Buys what a cart holds (docs: checkout-a-cart), once: a second checkout of the same cart gets the
 * first one's orders again, or whatever `repeatedCheckout` says.
 *
 * @throws ServiceFailure where nothing may be sold to the customer.
 */
export function checkOut(service: Service, customer: CustomerRecord, cart: Cart): Result {
    const { settings, store } = service;
    const earlier = (customer.orders ?? []).find(({ id }) => id === cart.orderId);
    if (earlier !== undefined) {
        return again(earlier, customer, service);
    }
    const obstacle = purchaseObstacle(customer, cart, settings);
    if (obstacle !== undefined) {
        if (settings.uncertain.refusedCheckout === "status") throw obstacle;
        return resultOf([], [obstacle]);
    }
    const order = newOrder(cart, settings);
    const bought = order.lines.map((line) => newSubscription(order, line, settings.now()));
    const changed: CustomerRecord = {
        ...customer,
        carts: (customer.carts ?? []).map((one) =>
            one.id === cart.id ? { ...cart, orderId: order.id } : one,
        ),
        orders: [...(customer.orders ?? []), order],
        subscriptions: [...customer.subscriptions, ...bought],
    };
    store.putCustomer(changed);
    return resultOf([orderWire(changed, order)]);
}

function again(order: Order, customer: CustomerRecord, { settings }: Service): Result {
    const { repeatedCheckout } = settings.uncertain;
    if (repeatedCheckout === "reiterated") return resultOf([orderWire(customer, order)]);
    throw failureOf(
        repeatedCheckout,
        repeatedCheckout === "400-800065"
            ? "Can't check out an already submitted cart."
            : "Your order is in progress. Check your order history for recent orders in few minutes.",
    );
}

function resultOf(orders: readonly Result[], failures: readonly ServiceFailure[] = []): Result {
    return {
        orders,
        ...(failures.length > 0 && {
            orderErrors: failures.map(({ code, message }) => ({
                orderGroupId: "0",
                code,
                description: message,
            })),
        }),
        attributes: { objectType: "CartCheckoutResult" },
    };
}

function newOrder(cart: Cart, { now, pendingOrderReads }: Service["settings"]): Order {
    return {
        id: randomBytes(6).toString("hex"),
        createdAt: new Date(now()).toISOString(),
        lines: cart.lines.map((line) => ({ ...line, subscriptionId: randomUUID() })),
        pendingReads: pendingOrderReads,
    };
}

function newSubscription(
    order: Order,
    line: CartLine & { subscriptionId: string },
    now: number,
): Subscription {
    const offer = findOffer(line.catalogItemId);
    const offerName = offer?.title ?? line.catalogItemId;
    return {
        id: line.subscriptionId,
        orderId: order.id,
        offerName,
        friendlyName: line.friendlyName ?? offerName,
        status: "active",
        kind: "license",
        createdAt: new Date(now).toISOString(),
        purchase: newPurchase(line, now),
    };
}

/** What was bought by a line. */
export function newPurchase(line: CartLine, now: number): Purchase {
    const { friendlyName: _, ...terms } = line;
    const offer = findOffer(line.catalogItemId);
    const until = new Date(now + refundMs).toISOString();
    const isPlan = offer !== undefined && isAzurePlan(offer);
    return {
        ...terms,
        ...(isPlan && { azureSubscriptionId: randomUUID() }),
        autoRenewEnabled: offer?.isAutoRenewable ?? false,
        refundable: isPlan ? [] : [{ quantity: line.quantity, until }],
        cancellationAllowedUntil: until,
        endsAt: endOf(line.termDuration, now),
        etag: newEtag(),
    };
}

/** What does not renew itself ends far away in the future (docs: subscription-resources). */
export function endOf(termDuration: string | undefined, now: number): string {
    const [, count, unit] = /^P(\d+)([MY])$/.exec(termDuration ?? "") ?? [];
    if (count === undefined) return "9999-12-14T00:00:00Z";
    const end = new Date(now);
    end.setUTCMonth(end.getUTCMonth() + Number(count) * (unit === "Y" ? 12 : 1));
    return end.toISOString();
}
