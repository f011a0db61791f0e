import { randomUUID } from "node:crypto";
import type { Transition } from "../../records/purchases";
import type { Subscription } from "../../records/subscriptions";
import type { Settings } from "../../settings";
import { bind } from "../http/bind";
import { failureOf, invalidInput, ServiceFailure } from "../http/errors";
import {
    catalogItemIdOf,
    findOffer,
    type Offer,
    type Term,
    transitionsOf,
} from "../orders/catalogue";

const shape = {
    toCatalogItemId: "text",
    toSubscriptionId: "text",
    quantity: "number",
    termDuration: "text",
    billingCycle: "text",
    transitionType: "text",
} as const;

const types = ["transition_only", "transition_with_license_transfer"] as const;

/** In months; what has no term counts as none. */
const lengths: Readonly<Record<string, number>> = {
    P1M: 1,
    monthly: 1,
    P1Y: 12,
    annual: 12,
    P3Y: 36,
    triennial: 36,
};

/**
 * A transition that was asked for (docs: transition-a-new-commerce-subscription). The refusals' codes are
 * those of the page of error codes.
 *
 * @throws ServiceFailure where it is not possible.
 */
export function newTransition(
    held: Subscription,
    body: unknown,
    { uncertain, now, pendingTransitionReads }: Settings,
): Transition {
    const asked = bind(shape, body);
    const { status, purchase, transitions = [] } = held;
    if (purchase === undefined) {
        throw failureOf("403-900263", "This API method is not supported for legacy subscriptions.");
    }
    if (asked.toSubscriptionId !== undefined) {
        throw new ServiceFailure(501, 0, "The simulator makes no transition into a subscription.");
    }
    const transitionType = types.find((type) => type === asked.transitionType?.toLowerCase());
    if (transitionType === undefined) {
        throw invalidInput("transitionType", `it is required, and one of ${types.join(", ")}`);
    }
    if (status !== "active") {
        throw failureOf("400-800012", "This subscription isn't an active subscription.");
    }
    if (transitions.some(isUnderWay)) {
        throw failureOf("409-900278", "There is a pending operation on this subscription.");
    }
    const target = eligibleOffer(held, asked.toCatalogItemId);
    if (target === undefined) {
        throw failureOf(
            uncertain.ineligibleTransition,
            `The subscription can't be transitioned to ${asked.toCatalogItemId}.`,
        );
    }
    const { quantity = 0 } = asked;
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > purchase.quantity) {
        throw failureOf("400-2002", "The quantity isn't within minimum and maximum.");
    }
    const term = termOf(target, {
        from: purchase.termDuration,
        duration: asked.termDuration ?? purchase.termDuration,
        billingCycle: (asked.billingCycle ?? purchase.billingCycle).toLowerCase(),
    });
    return {
        operationId: randomUUID(),
        fromCatalogItemId: purchase.catalogItemId,
        toCatalogItemId: catalogItemIdOf(target),
        quantity,
        ...(term.duration !== undefined && { termDuration: term.duration }),
        billingCycle: term.billingCycle,
        transitionType,
        startedAt: new Date(now()).toISOString(),
        pendingReads: pendingTransitionReads,
    };
}

export function isUnderWay({ endedAt }: Transition): boolean {
    return endedAt === undefined;
}

/** The offers that a subscription can become. */
export function eligibleOffers({ purchase }: Subscription): readonly Offer[] {
    const offer = purchase && findOffer(purchase.catalogItemId);
    return offer === undefined ? [] : transitionsOf(offer);
}

function eligibleOffer(held: Subscription, wanted = ""): Offer | undefined {
    return eligibleOffers(held).find(
        (offer) => catalogItemIdOf(offer).toLowerCase() === wanted.toLowerCase(),
    );
}

function termOf(
    target: Offer,
    {
        from = "",
        duration = "",
        billingCycle,
    }: { from?: string | undefined; duration?: string | undefined; billingCycle: string },
): Term {
    if ((lengths[duration] ?? 0) < (lengths[from] ?? 0)) {
        throw failureOf(
            "400-900267",
            "Target transition can't have a term duration shorter than that of the source subscription.",
        );
    }
    if ((lengths[billingCycle] ?? 0) > (lengths[duration] ?? 0)) {
        throw failureOf("400-900270", "The billing cycle cannot be longer than the term.");
    }
    const ofDuration = target.terms.filter((term) => term.duration === duration);
    if (ofDuration.length === 0) {
        throw failureOf("400-900268", "The term duration on the target transition is invalid.");
    }
    const found = ofDuration.find((term) => term.billingCycle === billingCycle);
    if (found === undefined) {
        throw failureOf("400-900269", "The billing cycle is invalid.");
    }
    return found;
}
