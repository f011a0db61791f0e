import { Hono } from "hono";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { queryOf } from "../http/query";
import { readJson } from "../http/requestBody";
import { collectionWire } from "../http/wire";
import { isListed, isProvisioned } from "../orders/orders";
import { getSubscription, withSubscription } from "./access";
import { changedSubscription } from "./change";
import { subscriptionWire } from "./wire";

/** `/v1/customers/{id}/subscriptions`: list, get, change (docs: update-a-subscription-by-id). */
export function subscriptionRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .get("/customers/:id/subscriptions", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const order = queryOf(c, "order_id")?.toLowerCase();
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
            store.putCustomer(withSubscription(customer, changed));
            if (uncertain.subscriptionChange === "202") {
                c.header("Location", `/customers/${customer.id}/subscriptions/${changed.id}`);
                return c.body(null, 202);
            }
            return c.json(subscriptionWire(customer, changed, uncertain));
        });
}
