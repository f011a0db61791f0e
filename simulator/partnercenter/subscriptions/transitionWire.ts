import { randomUUID } from "node:crypto";
import type { Transition } from "../../records/purchases";
import { collectionWire, omitMissing } from "../http/wire";
import { catalogItemIdOf, type Offer } from "../orders/catalogue";
import type { Held } from "./access";

type Wire = Record<string, unknown>;

const inactive = {
    code: 1,
    description: "Subscription can't be Transitioned - source subscription isn't active.",
};
const conflicting = {
    code: 3,
    description: "Subscription cannot be transitioned because there are conflicting services.",
};

/** Whether a subscription can become an offer, with and without its licences. */
export function eligibilityWire({ customer, subscription }: Held, offer: Offer): Wire {
    const { id, status, purchase } = subscription;
    const catalogItemId = catalogItemIdOf(offer);
    const ofStatus = status === "active" ? [] : [inactive];
    // Who has the same services already keeps the licences apart.
    const conflicts = customer.subscriptions.some(
        (other) =>
            other.id !== id &&
            other.status !== "deleted" &&
            other.purchase?.catalogItemId === catalogItemId,
    );
    return {
        operationId: randomUUID(),
        catalogItemId,
        title: offer.title,
        description: offer.title,
        quantity: purchase?.quantity,
        subscriptionEligibilities: [],
        eligibilities: [
            detail("transition_only", ofStatus),
            detail("transition_with_license_transfer", [
                ...ofStatus,
                ...(conflicts ? [conflicting] : []),
            ]),
        ],
        attributes: { objectType: "TransitionEligibility" },
    };
}

function detail(transitionType: Transition["transitionType"], errors: readonly Wire[]): Wire {
    return { isEligible: errors.length === 0, transitionType, errors };
}

export function historyWire(
    transitions: readonly Transition[],
    list: "items" | "transition",
): Wire {
    const items = transitions.map(transitionWire);
    return list === "items"
        ? collectionWire(items)
        : { transition: items, attributes: { objectType: "Collection" } };
}

/** A transition with its events, whose casing and spaces are those of the documentation's sample. */
export function transitionWire(transition: Transition): Wire {
    const { startedAt, endedAt, failure, pendingReads: _, ...members } = transition;
    const end = failure === undefined ? "Completed" : "Failed";
    const errors = failure === undefined ? undefined : [{ code: 3, description: failure }];
    return {
        ...members,
        Events: [
            eventWire("Started ", startedAt),
            ...(endedAt === undefined ? [] : [eventWire(end, endedAt, errors)]),
        ],
        attributes: { objectType: "Transition" },
    };
}

function eventWire(status: string, timestamp: string, errors?: readonly Wire[]): Wire {
    return omitMissing({
        name: "Conversion",
        status,
        timestamp,
        errors,
        attributes: { objectType: "TransitionEvent" },
    });
}
