import { Hono } from "hono";
import type { Transition } from "../../records/purchases";
import type { Env, Service } from "../../service";
import { failureOf } from "../http/errors";
import { readJson } from "../http/requestBody";
import { collectionWire } from "../http/wire";
import { findSubscription, getSubscription, type Held, withSubscription } from "./access";
import { eligibleOffers, isUnderWay, newTransition } from "./newTransition";
import { afterTransition } from "./transitionEnd";
import { eligibilityWire, historyWire, transitionWire } from "./transitionWire";

const path = "/customers/:id/subscriptions/:subscription";

/**
 * `/v1/customers/{id}/subscriptions/{id}/transitions`, and what a subscription can become (docs:
 * transition-a-new-commerce-subscription, get-transitions). Applications may call all of it.
 */
export function transitionRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { noTransitions, transitionHistory } = settings.uncertain;
    return new Hono<Env>()
        .get(`${path}/transitioneligibilities`, (c) => {
            const held = getSubscription(service, c);
            const offers = eligibleOffers(held.subscription);
            return c.json(collectionWire(offers.map((offer) => eligibilityWire(held, offer))));
        })
        .get(`${path}/transitions`, (c) => {
            const transitions = countRead(service, findSubscription(service, c));
            if (transitions.length === 0 && noTransitions !== "empty") {
                throw failureOf(noTransitions, "Subscription history not found.");
            }
            return c.json(historyWire(transitions, transitionHistory));
        })
        .post(`${path}/transitions`, async (c) => {
            const body = await readJson(c);
            const { customer, subscription } = getSubscription(service, c);
            const made = newTransition(subscription, body, settings);
            const transitions = [...(subscription.transitions ?? []), made];
            const begun = { customer, subscription: { ...subscription, transitions } };
            store.putCustomer(
                made.pendingReads === 0
                    ? afterTransition(begun, made, settings)
                    : withSubscription(customer, begun.subscription),
            );
            // The answer tells how it begins.
            return c.json(transitionWire(made));
        });
}

/** The history; a transition under way is the nearer to its end for each look at it. */
function countRead({ settings, store }: Service, held: Held): readonly Transition[] {
    const { customer, subscription } = held;
    const { transitions = [] } = subscription;
    const underWay = transitions.find(isUnderWay);
    if (underWay === undefined) return transitions;
    const counted = { ...underWay, pendingReads: underWay.pendingReads - 1 };
    const changed = {
        ...subscription,
        transitions: transitions.map((one) => (one === underWay ? counted : one)),
    };
    store.putCustomer(
        counted.pendingReads === 0
            ? afterTransition({ customer, subscription: changed }, counted, settings)
            : withSubscription(customer, changed),
    );
    return transitions;
}
