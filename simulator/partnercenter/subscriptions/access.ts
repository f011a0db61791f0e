import type { Context } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Subscription } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { ServiceFailure } from "../http/errors";
import { isProvisioned } from "../orders/orders";

/** A customer with one of its subscriptions. */
export interface Held {
    readonly customer: CustomerRecord;
    readonly subscription: Subscription;
}

/**
 * The subscription that a path names.
 *
 * @throws ServiceFailure where the customer has none such, or its order is not done with.
 */
export function getSubscription(service: Service, c: Context<Env>): Held {
    const { customer, subscription } = findSubscription(service, c);
    const { cancelledSubscription } = service.settings.uncertain;
    const isGone = subscription.status === "deleted" && cancelledSubscription === "404";
    if (isGone || !isProvisioned(customer, subscription)) throw notFound(subscription.id);
    return { customer, subscription };
}

/** The same, also where it is over. */
export function findSubscription(service: Service, c: Context<Env>): Held {
    const customer = getCustomer(service, c.req.param("id") ?? "");
    const id = (c.req.param("subscription") ?? "").toLowerCase();
    const subscription = customer.subscriptions.find((one) => one.id === id);
    if (subscription === undefined) throw notFound(id);
    return { customer, subscription };
}

/** A customer with one of its subscriptions changed. */
export function withSubscription(customer: CustomerRecord, changed: Subscription): CustomerRecord {
    const subscriptions = customer.subscriptions.map((one) =>
        one.id === changed.id ? changed : one,
    );
    return { ...customer, subscriptions };
}

function notFound(id: string): ServiceFailure {
    return new ServiceFailure(404, 20003, `Subscription with ID ${id} not found.`);
}
