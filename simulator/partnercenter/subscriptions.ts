import { type Context, Hono } from "hono";
import type { Env, Service } from "../service";
import type { CustomerRecord, Subscription } from "../store";
import { getCustomer } from "./customerAccess";
import { ServiceFailure } from "./errors";
import { isListed, isProvisioned } from "./orders";
import { readJson } from "./requestBody";
import { changedSubscription } from "./subscriptionChange";
import { subscriptionWire } from "./subscriptionWire";
import { collectionWire } from "./wire";

/** `/v1/customers/{id}/subscriptions`: list, get, change (docs: update-a-subscription-by-id). */
export function subscriptionRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .get("/customers/:id/subscriptions", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const order = c.req.query("order_id")?.toLowerCase();
            const items = customer.subscriptions
                .filter((one) => isProvisioned(customer, one))
                .filter((one) =>
                    order === undefined ? isListed(one, service) : one.orderId === order,
                )
                .filter(
                    (one) => one.status !== "deleted" || uncertain.cancelledSubscription !== "404",
                )
                .map((one) => subscriptionWire(customer, one, uncertain));
            return c.json(collectionWire(items));
        })
        .get("/customers/:id/subscriptions/:subscription", (c) => {
            const { customer, subscription } = getSubscription(service, c);
            return c.json(subscriptionWire(customer, subscription, uncertain));
        })
        .patch("/customers/:id/subscriptions/:subscription", async (c) => {
            const body = await readJson(c);
            const { customer, subscription } = getSubscription(service, c);
            const changed = changedSubscription(
                subscription,
                body,
                c.req.header("if-match"),
                settings,
            );
            const subscriptions = customer.subscriptions.map((one) =>
                one.id === changed.id ? changed : one,
            );
            store.putCustomer({ ...customer, subscriptions });
            if (uncertain.subscriptionChange === "202") {
                c.header("Location", `/customers/${customer.id}/subscriptions/${changed.id}`);
                return c.body(null, 202);
            }
            return c.json(subscriptionWire(customer, changed, uncertain));
        })
        .get("/customers/:id/subscriptions/:subscription/azureentitlements", (c) => {
            const { subscription } = getSubscription(service, c);
            const id = subscription.purchase?.azureSubscriptionId;
            const entitlement = {
                id,
                friendlyName: "Microsoft Azure",
                status: subscription.status,
                subscriptionId: subscription.id,
            };
            return c.json(collectionWire(id === undefined ? [] : [entitlement]));
        });
}

/**
 * The subscription of a path, and whose it is.
 *
 * @throws ServiceFailure where there is none, or not yet.
 */
export function getSubscription(
    service: Service,
    c: Context<Env>,
): { customer: CustomerRecord; subscription: Subscription } {
    const customer = getCustomer(service, c.req.param("id") ?? "");
    const id = (c.req.param("subscription") ?? "").toLowerCase();
    const subscription = customer.subscriptions.find((one) => one.id === id);
    const { cancelledSubscription } = service.settings.uncertain;
    const isGone = subscription?.status === "deleted" && cancelledSubscription === "404";
    if (subscription === undefined || isGone || !isProvisioned(customer, subscription)) {
        throw new ServiceFailure(404, 20003, `Subscription with ID ${id} not found.`);
    }
    return { customer, subscription };
}
