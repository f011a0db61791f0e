import type { PartnerCenter } from "../../partnercenter/client";
import { isGone, PartnerCenterError, unlessGone } from "../../partnercenter/errors";
import type {
    TransitionEvent,
    TransitionProblem,
    TransitionResource,
} from "../../partnercenter/transitions";
import type { SubscriptionResource } from "../../partnercenter/types";
import { sameName } from "../../validation/sameName";
import { type OfferArguments, offerOf, parseOffer, sameOffer } from "../offer";
import type { SubscriptionState } from "../shapes";
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
 * Whether a subscription is about to become what is declared, as a whole: its transition is under way, or
 * completed and not shown yet. Where a part of its licences has become another subscription, it has not.
 */
export function isOnItsWay(
    latest: LatestTransition | undefined,
    declared: OfferArguments,
    { id, offerId = "", quantity: all = 0 }: SubscriptionResource,
): boolean {
    if (latest === undefined || latest.stage === "failed") {
        return false;
    }
    const { transition, stage } = latest;
    const { toCatalogItemId = "", fromCatalogItemId = offerId, quantity = all } = transition;
    const { toSubscriptionId = id } = transition;
    return (
        sameOffer(parseOffer(toCatalogItemId), offerOf(declared)) &&
        (stage === "under way"
            ? quantity >= all
            : sameOffer(parseOffer(fromCatalogItemId), parseOffer(offerId)) &&
              sameName(toSubscriptionId, id))
    );
}

/** A subscription of which the state knows, and how many licences it had; who looks one up does not. */
export type KnownSubscription = Pick<SubscriptionState, "customerId" | "subscriptionId"> &
    Partial<Pick<SubscriptionState, "quantity">>;

/**
 * A subscription as it is now; where a transition has made another one of all of it, that one.
 *
 * @throws ApiError where it is gone, and nothing has come of it.
 */
export async function readCurrent(
    known: KnownSubscription,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const { customerId, subscriptionId } = known;
    const held = await client.subscriptions
        .get(customerId, subscriptionId)
        .catch((error: unknown) => {
            if (isGone(error)) {
                return { error };
            }
            throw error;
        });
    if ("id" in held && !hasEnded(held)) {
        return held as SubscriptionResource;
    }
    const successor = await successorOf(known, client);
    if (successor !== undefined) {
        return successor;
    }
    if ("error" in held) {
        throw held.error;
    }
    return held;
}

/**
 * What has come of all of a subscription that has ended. What a part of it became is somebody else's: it
 * lives on its own, and must not be changed or cancelled for this one.
 */
async function successorOf(
    { customerId, subscriptionId, quantity: all = 0 }: KnownSubscription,
    client: PartnerCenter,
): Promise<SubscriptionResource | undefined> {
    const latest = await latestTransition(customerId, subscriptionId, client);
    const { toSubscriptionId = subscriptionId, quantity: moved = all } = latest?.transition ?? {};
    const isWhole = latest?.stage === "completed" && moved >= all;
    if (!isWhole || sameName(toSubscriptionId, subscriptionId)) {
        return undefined;
    }
    const next = { customerId, subscriptionId: toSubscriptionId, quantity: moved };
    return await unlessGone(readCurrent(next, client));
}

/**
 * Stops whoever would change or end what the state does not name, and nobody has seen yet.
 *
 * @throws PartnerCenterError where a subscription goes on as another one.
 */
export function refuseUnseen(
    { subscriptionId }: KnownSubscription,
    { id, offerName, status }: SubscriptionResource,
): void {
    if (!sameName(id, subscriptionId)) {
        throw new PartnerCenterError(
            `The subscription ${subscriptionId} has ended, and goes on as ${id} (${offerName}, ${status}), which the state does not name. Nothing was changed. Run \`pulumi refresh\`, see that subscriptionId is what is meant, and run the operation again.`,
        );
    }
}
