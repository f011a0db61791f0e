import { randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { Purchase, Transition } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Settings } from "../../settings";
import { newEtag } from "../customers/newCustomer";
import { findOffer } from "../orders/catalogue";
import { endOf } from "../orders/checkout";
import { type Held, withSubscription } from "./access";

/**
 * A customer after one of its subscriptions has become what it was told to. All of a subscription keeps
 * its id (docs: create-a-new-subscription, full upgrades); of a part another one comes.
 */
export function afterTransition(
    { customer, subscription }: Held,
    underWay: Transition,
    { uncertain, now }: Settings,
): CustomerRecord {
    const { purchase } = subscription;
    if (purchase === undefined) return customer;
    const isPartial = underWay.quantity < purchase.quantity;
    const isAnother = isPartial || uncertain.transitionedSubscription === "another";
    const ended: Transition = {
        ...underWay,
        endedAt: new Date(now()).toISOString(),
        ...(isAnother && { toSubscriptionId: randomUUID() }),
    };
    const transitions = (subscription.transitions ?? []).map((one) =>
        one.operationId === ended.operationId ? ended : one,
    );
    const become: Subscription = {
        ...subscription,
        offerName: findOffer(ended.toCatalogItemId)?.title ?? ended.toCatalogItemId,
        purchase: transitioned(purchase, ended, now()),
        transitions,
    };
    const { toSubscriptionId } = ended;
    if (toSubscriptionId === undefined) return withSubscription(customer, become);
    const rest: Subscription = {
        ...subscription,
        transitions,
        ...(isPartial
            ? { purchase: { ...purchase, quantity: purchase.quantity - ended.quantity } }
            : { status: "deleted" }),
    };
    const { subscriptions } = withSubscription(customer, rest);
    const another = { ...become, id: toSubscriptionId, transitions: [] };
    return { ...customer, subscriptions: [...subscriptions, another] };
}

/** There is no cancelling it, and it ends when it would have, unless its term is another. */
function transitioned(held: Purchase, transition: Transition, now: number): Purchase {
    const { toCatalogItemId, quantity, termDuration, billingCycle } = transition;
    return {
        ...held,
        catalogItemId: toCatalogItemId,
        quantity,
        ...(termDuration !== undefined && { termDuration }),
        billingCycle,
        refundable: [],
        cancellationAllowedUntil: transition.startedAt,
        endsAt: termDuration === held.termDuration ? held.endsAt : endOf(termDuration, now),
        etag: newEtag(),
    };
}
