import { Hono } from "hono";
import type { Env, Service } from "../service";
import { getCustomer } from "./customerAccess";
import { ServiceFailure } from "./errors";
import { collectionWire, subscriptionWire } from "./wire";

/** `/v1/customers/{id}/subscriptions`, to be read only: nothing can be bought here. */
export function subscriptionRoutes(service: Service): Hono<Env> {
    return new Hono<Env>()
        .get("/customers/:id/subscriptions", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const items = customer.subscriptions.map((one) => subscriptionWire(customer, one));
            return c.json(collectionWire(items));
        })
        .get("/customers/:id/subscriptions/:subscriptionId", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const id = c.req.param("subscriptionId").toLowerCase();
            const subscription = customer.subscriptions.find((one) => one.id === id);
            if (subscription === undefined) {
                throw new ServiceFailure(404, 1000, `The subscription ${id} was not found.`);
            }
            return c.json(subscriptionWire(customer, subscription));
        });
}
