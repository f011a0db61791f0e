import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Subscription } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { bind } from "../http/bind";
import { failureOf, invalidInput, ServiceFailure } from "../http/errors";
import { readJson } from "../http/requestBody";
import { collectionWire, link } from "../http/wire";
import { getSubscription, withSubscription } from "./access";

type Wire = Record<string, unknown>;

/**
 * `/v1/customers/{id}/subscriptions/{id}/azureEntitlements`: the Azure subscriptions of an Azure plan
 * (docs: get-an-azure-entitlement-for-a-subscription, cancel-an-azure-subscription). Applications may
 * call all of it.
 */
export function azureEntitlementRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain, now } = settings;
    const path = "/customers/:id/subscriptions/:subscription/azureentitlements";
    const wireOf = (customer: CustomerRecord, plan: Subscription): Wire => {
        const id = plan.purchase?.azureSubscriptionId;
        const self = `/customers/${customer.id}/subscriptions/${plan.id}/azureEntitlements/${id}`;
        return {
            id,
            friendlyName: "Microsoft Azure",
            status: isCancelled(plan, now() - uncertain.entitlementActiveForMs)
                ? "inactive"
                : plan.status,
            subscriptionId: plan.id,
            links: { self: link(self) },
        };
    };
    return new Hono<Env>()
        .get(path, (c) => {
            const { customer, subscription } = getSubscription(service, c);
            const isPlan = subscription.purchase?.azureSubscriptionId !== undefined;
            return c.json(collectionWire(isPlan ? [wireOf(customer, subscription)] : []));
        })
        .get(`${path}/:entitlement`, (c) => {
            const { customer, plan } = getPlan(service, c);
            return c.json(wireOf(customer, plan));
        })
        .post(`${path}/:entitlement/cancel`, async (c) => {
            const { customer, plan } = getPlan(service, c);
            const { cancellationReason = "" } = bind(
                { cancellationReason: "text" },
                await readJson(c),
            );
            if (cancellationReason === "") {
                throw invalidInput(
                    "body",
                    "the Azure entitlement cancellation request content is required",
                );
            }
            if (cancellationReason.toLowerCase() !== "compromise") {
                const reason = `Cancellation reason '${cancellationReason}' is invalid.`;
                throw failureOf("400-900307", reason);
            }
            const isAgain = isCancelled(plan);
            if (isAgain && uncertain.entitlementCancelledAgain !== "accepted") {
                throw failureOf(uncertain.entitlementCancelledAgain, "It is cancelled already.");
            }
            const purchase = { ...plan.purchase, azureCancelledAt: now() };
            const cancelled = { ...plan, ...(!isAgain && { purchase }) } as Subscription;
            store.putCustomer(withSubscription(customer, cancelled));
            // The answer may tell the status that it had; ten minutes later it is another.
            return c.json(wireOf(customer, cancelled), uncertain.entitlementCancellation);
        });
}

/** Whether the Azure subscription of a plan was cancelled, at the latest then. */
export function isCancelled({ purchase }: Subscription, then = Number.POSITIVE_INFINITY): boolean {
    const { azureCancelledAt } = purchase ?? {};
    return azureCancelledAt !== undefined && azureCancelledAt <= then;
}

function getPlan(service: Service, c: Context<Env>) {
    const { customer, subscription } = getSubscription(service, c);
    const id = (c.req.param("entitlement") ?? "").toLowerCase();
    if (id !== "" && subscription.purchase?.azureSubscriptionId === id) {
        return { customer, plan: subscription };
    }
    throw new ServiceFailure(404, 800111, `Azure entitlement with ID ${id} isn't found.`);
}
