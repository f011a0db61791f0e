import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Order } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { ServiceFailure } from "../http/errors";
import { collectionWire, link } from "../http/wire";
import { findOffer } from "./catalogue";

type Wire = Record<string, unknown>;

/** `/v1/customers/{id}/orders`, to be read only: they are made by checking out a cart. */
export function orderRoutes(service: Service): Hono<Env> {
    return new Hono<Env>()
        .get("/customers/:id/orders", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const listed = (customer.orders ?? []).filter((order) => isListed(order, service));
            return c.json(collectionWire(listed.map((order) => orderWire(customer, order))));
        })
        .get("/customers/:id/orders/:order", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const id = c.req.param("order").toLowerCase();
            const order = (customer.orders ?? []).find((one) => one.id === id);
            if (order === undefined) {
                throw new ServiceFailure(404, 20000, `The order ${id} was not found.`);
            }
            countRead(service, customer, order);
            return c.json(orderWire(customer, order));
        });
}

/** Whether the customer's lists hold what was bought (docs: there is a delay of up to 15 minutes). */
export function isListed({ createdAt }: Order | Subscription, { settings }: Service): boolean {
    const { uncertain, now } = settings;
    return Date.parse(createdAt) + uncertain.ordersListedAfterMs <= now();
}

/** Whether the order of a subscription is done with. */
export function isProvisioned({ orders = [] }: CustomerRecord, { orderId }: Subscription): boolean {
    return (orders.find(({ id }) => id === orderId)?.pendingReads ?? 0) === 0;
}

function countRead({ store }: Service, customer: CustomerRecord, order: Order): void {
    if (order.pendingReads === 0) return;
    const read = { ...order, pendingReads: order.pendingReads - 1 };
    const orders = (customer.orders ?? []).map((one) => (one.id === order.id ? read : one));
    store.putCustomer({ ...customer, orders });
}

/** An order (docs: order-resources); its subscriptions are named as soon as they are there. */
export function orderWire({ id }: CustomerRecord, order: Order): Wire {
    const self = `/customers/${id}/orders/${order.id}`;
    const isDone = order.pendingReads === 0;
    return {
        id: order.id,
        alternateId: order.id,
        referenceCustomerId: id,
        billingCycle: order.lines[0]?.billingCycle,
        currencyCode: "USD",
        currencySymbol: "$",
        lineItems: order.lines.map((line, lineItemNumber) => ({
            lineItemNumber,
            offerId: line.catalogItemId,
            ...(isDone && { subscriptionId: line.subscriptionId }),
            ...(line.termDuration !== undefined && { termDuration: line.termDuration }),
            transactionType: "New",
            friendlyName: line.friendlyName ?? findOffer(line.catalogItemId)?.title,
            quantity: line.quantity,
        })),
        creationDate: order.createdAt,
        status: isDone ? "completed" : "pending",
        transactionType: "UserPurchase",
        links: {
            self: link(self),
            provisioningStatus: link(`${self}/provisioningstatus`),
        },
        attributes: { objectType: "Order" },
    };
}
