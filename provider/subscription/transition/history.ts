import type { PartnerCenter } from "../../partnercenter/client";
import { isGone, unlessGone } from "../../partnercenter/errors";
import type {
    TransitionEvent,
    TransitionProblem,
    TransitionResource,
} from "../../partnercenter/transitions";
import type { SubscriptionResource } from "../../partnercenter/types";
import { sameName } from "../../validation/sameName";
import { type OfferArguments, offerOf, parseOffer, sameOffer } from "../offer";
import { hasEnded } from "../twins";

/** The last transition of a subscription, and how far it is. */
export interface LatestTransition {
    transition: TransitionResource;
    stage: "under way" | "completed" | "failed";
}

/** What a subscription was last told to become; `undefined` where it never was. */
export async function latestTransition(
    customerId: string,
    subscriptionId: string,
    client: PartnerCenter,
): Promise<LatestTransition | undefined> {
    const told = (await unlessGone(client.transitions.list(customerId, subscriptionId))) ?? [];
    const transition = [...told].sort((one, other) => startOf(one) - startOf(other)).at(-1);
    return transition && { transition, stage: stageOf(transition) };
}

function startOf({ events = [] }: TransitionResource): number {
    return Math.min(...events.map(timeOf));
}

function timeOf({ timestamp = "" }: TransitionEvent): number {
    return Date.parse(timestamp) || 0;
}

/** The conversion counts: that licences could not be moved makes nothing undone. */
function stageOf({ events = [] }: TransitionResource): LatestTransition["stage"] {
    // Of two at the same moment, the later one stands behind the other.
    const last = events
        .filter(({ name }) => name === undefined || sameName(name, "Conversion"))
        .sort((one, other) => timeOf(one) - timeOf(other))
        .at(-1);
    switch (last?.status?.trim().toLowerCase()) {
        case "completed":
            return "completed";
        case "failed":
            return "failed";
        default:
            return "under way";
    }
}

/** Why nothing came of a transition, in the service's words. */
export function reasonsOf({ events = [] }: TransitionResource): string {
    return problemsInWords(events.flatMap(({ errors = [] }) => errors));
}

export function problemsInWords(problems: readonly TransitionProblem[]): string {
    const words = problems.flatMap(({ description }) => description?.replace(/\.$/, "") ?? []);
    return words.length === 0 ? "no reason was given" : [...new Set(words)].join("; ");
}

/**
 * Whether a subscription is about to become what is declared: its transition is under way, or completed
 * and not shown yet.
 */
export function isOnItsWay(
    latest: LatestTransition | undefined,
    declared: OfferArguments,
    { offerId = "" }: SubscriptionResource,
): boolean {
    if (latest === undefined || latest.stage === "failed") {
        return false;
    }
    const { toCatalogItemId = "", fromCatalogItemId = offerId } = latest.transition;
    return (
        sameOffer(parseOffer(toCatalogItemId), offerOf(declared)) &&
        (latest.stage === "under way" ||
            sameOffer(parseOffer(fromCatalogItemId), parseOffer(offerId)))
    );
}

/**
 * A subscription as it is now; where a transition has made another one of it, that one.
 *
 * @throws ApiError where it is gone, and nothing has come of it.
 */
export async function readCurrent(
    customerId: string,
    id: string,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const held = await client.subscriptions.get(customerId, id).catch((error: unknown) => {
        if (isGone(error)) {
            return { error };
        }
        throw error;
    });
    if ("id" in held && !hasEnded(held)) {
        return held as SubscriptionResource;
    }
    const latest = await latestTransition(customerId, id, client);
    const { toSubscriptionId = id } = latest?.transition ?? {};
    if (!sameName(toSubscriptionId, id)) {
        return await readCurrent(customerId, toSubscriptionId, client);
    }
    if ("error" in held) {
        throw held.error;
    }
    return held;
}
