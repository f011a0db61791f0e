import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Subscription } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { failureOf, ServiceFailure } from "../http/errors";
import { findOffer, isAzurePlan } from "../orders/catalogue";
import { getSubscription, withSubscription } from "./access";

const path = "/customers/:id/subscriptions/:subscription";

/**
 * Registering an Azure subscription for reservations (docs: register-a-subscription,
 * get-subscription-registration-status). Nothing takes a registration back.
 */
export function registrationRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain, pendingRegistrationReads: pendingReads } = settings;

    function put(customer: CustomerRecord, changed: Subscription): void {
        store.putCustomer(withSubscription(customer, changed));
    }

    function spelt(status: string): string {
        return uncertain.registrationStatus === "NotRegistered" ? status : status.toLowerCase();
    }

    return new Hono<Env>()
        .post(`${path}/registrations`, (c) => {
            const { customer, subscription } = getSubscription(service, c);
            requireActiveAzure(subscription);
            if (subscription.registration === undefined) {
                put(customer, { ...subscription, registration: { pendingReads } });
            } else if (uncertain.registeredAgain !== "accepted") {
                throw failureOf(
                    uncertain.registeredAgain,
                    "The subscription is registered already.",
                );
            }
            const { id } = customer;
            c.header(
                "Location",
                `/customers/${id}/subscriptions/${subscription.id}/registrationstatus`,
            );
            return c.body(null, 202);
        })
        .get(`${path}/registrationstatus`, (c) => {
            const { customer, subscription } = getSubscription(service, c);
            const { registration } = subscription;
            const left = registration?.pendingReads ?? 0;
            if (left > 0) {
                put(customer, { ...subscription, registration: { pendingReads: left - 1 } });
            }
            const status = left > 0 ? "Registering" : "Registered";
            return c.json({
                subscriptionId: subscription.id,
                status: spelt(registration === undefined ? "NotRegistered" : status),
                attributes: { objectType: "SubscriptionRegistrationStatus" },
            });
        });
}

/** @throws ServiceFailure 400 with the codes that the page of errors has for registrations. */
function requireActiveAzure({ kind, status, purchase }: Subscription): void {
    const offer = purchase && findOffer(purchase.catalogItemId);
    if (kind !== "azure" && !(offer && isAzurePlan(offer))) {
        throw new ServiceFailure(
            400,
            800011,
            "This subscription is not a valid Azure subscription.",
        );
    }
    if (status !== "active") {
        throw new ServiceFailure(400, 800012, "This subscription is not an active subscription.");
    }
}
