import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Cart } from "../../records/purchases";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { failureOf, ServiceFailure } from "../http/errors";
import { readJson } from "../http/requestBody";
import { link } from "../http/wire";
import { type RefusedLine, readCartLines } from "./cartLines";
import { findOffer } from "./catalogue";
import { checkOut } from "./checkout";

const keptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * `/v1/customers/{id}/carts` (docs: create-a-cart, update-a-cart, checkout-a-cart). There is no list of
 * carts: whoever loses the id of one makes another.
 */
export function cartRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    return new Hono<Env>()
        .post("/customers/:id/carts", async (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const { lines, refused } = readCartLines(await readJson(c), customer, settings);
            const now = settings.now();
            const cart: Cart = {
                id: randomUUID(),
                createdAt: new Date(now).toISOString(),
                expiresAt: new Date(now + keptMs).toISOString(),
                lines,
            };
            store.putCustomer({ ...customer, carts: [...(customer.carts ?? []), cart] });
            return c.json(cartWire(customer, cart, refused), 201);
        })
        .get("/customers/:id/carts/:cart", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            return c.json(cartWire(customer, getCart(service, customer, c.req.param("cart"))));
        })
        .put("/customers/:id/carts/:cart", async (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const cart = getCart(service, customer, c.req.param("cart"));
            if (cart.orderId !== undefined) throw submitted(cart);
            const { lines, refused } = readCartLines(await readJson(c), customer, settings);
            const modifiedAt = new Date(settings.now()).toISOString();
            const changed = { ...cart, lines, modifiedAt };
            putCart(service, customer, changed);
            return c.json(cartWire(customer, changed, refused), 201);
        })
        .post("/customers/:id/carts/:cart/checkout", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const cart = getCart(service, customer, c.req.param("cart"));
            return c.json(checkOut(service, customer, cart), 201);
        });
}

function getCart({ settings }: Service, customer: CustomerRecord, id: string): Cart {
    const cart = (customer.carts ?? []).find((one) => one.id === id.toLowerCase());
    const { orderedCartAfterExpiry } = settings.uncertain;
    const isExpired = cart !== undefined && Date.parse(cart.expiresAt) <= settings.now();
    const isKept = cart?.orderId !== undefined && orderedCartAfterExpiry === "kept";
    if (cart !== undefined && (!isExpired || isKept)) return cart;
    throw new ServiceFailure(404, 800008, `Unable to retrieve the cart ${id}.`);
}

function putCart({ store }: Service, customer: CustomerRecord, cart: Cart): void {
    const carts = (customer.carts ?? []).map((one) => (one.id === cart.id ? cart : one));
    store.putCustomer({ ...customer, carts });
}

function submitted({ id }: Cart): ServiceFailure {
    return failureOf("400-800065", `Can't check out an already submitted cart ${id}.`);
}

function cartWire({ id }: CustomerRecord, cart: Cart, refused: readonly RefusedLine[] = []) {
    return {
        id: cart.id,
        creationTimestamp: cart.createdAt,
        lastModifiedTimestamp: cart.modifiedAt ?? cart.createdAt,
        expirationTimestamp: cart.expiresAt,
        lastModifiedUser: "da62a0dc-35e9-4601-b48e-a047bd3ec7c1",
        status: cart.orderId === undefined ? "Active" : "Ordered",
        lineItems: [
            ...cart.lines.map(({ resellerPartnerId, ...line }, index) => ({
                id: index,
                ...line,
                currencyCode: "USD",
                ...(resellerPartnerId !== undefined && {
                    participants: [{ key: "transaction_reseller", value: resellerPartnerId }],
                }),
                provisioningContext: {},
                orderGroup: "0",
                pricing: pricingOf(line),
            })),
            ...refused,
        ],
        links: { self: link(`/customers/${id}/carts/${cart.id}`) },
        attributes: { objectType: "Cart" },
    };
}

function pricingOf({ catalogItemId, quantity, billingCycle, termDuration }: Cart["lines"][number]) {
    const term = findOffer(catalogItemId)?.terms.find(
        (one) => one.billingCycle === billingCycle && one.duration === termDuration,
    );
    const price = term?.listPrice ?? 0;
    return {
        listPrice: price,
        discountedPrice: price,
        proratedPrice: price,
        price,
        extendedPrice: price * quantity,
    };
}
