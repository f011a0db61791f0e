import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Tell } from "../../lifecycle/lifecycle";
import type { PartnerCenter } from "../../partnercenter/client";
import { isRefusal, PartnerCenterError, unlessGone } from "../../partnercenter/errors";
import type { SubscriptionResource } from "../../partnercenter/types";
import { sameName } from "../../validation/sameName";
import { termsInWords } from "../catalogItem";
import { offerOf, parseOffer, pathOf, sameOffer } from "../offer";
import type { SubscriptionInputs } from "../shapes";
import { billingCycleOf } from "../wire";
import { findEligible, movesLicences } from "./eligibility";
import { isOnItsWay, type LatestTransition, latestTransition, reasonsOf } from "./history";

/**
 * Makes of a subscription what is declared, with all its licences, and once: what an earlier run has
 * begun is waited for.
 *
 * @returns The subscription as it is then; where the service made another one of it, that one.
 */
export async function makeTransition(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
    tell: Tell,
): Promise<SubscriptionResource> {
    const become = hasBecome(inputs, held) ? held : await transition(inputs, held, client, tell);
    refuse(otherTerms(inputs, become));
    return become;
}

async function transition(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
    tell: Tell,
): Promise<SubscriptionResource> {
    const before = await latestTransition(inputs.customerId, held.id, client);
    refuse(otherTransition(before, inputs, held));
    if (!isOnItsWay(before, inputs, held)) {
        await start(inputs, held, client, tell);
    }
    return await untilShown(inputs, held, before, client, tell);
}

function refuse(obstacle: string | undefined): void {
    if (obstacle !== undefined) {
        throw new PartnerCenterError(obstacle);
    }
}

/** Whether a subscription is of the offer that is declared. */
export function hasBecome(
    inputs: SubscriptionInputs,
    { offerId = "" }: SubscriptionResource,
): boolean {
    return sameOffer(parseOffer(offerId), offerOf(inputs));
}

/** Why what a subscription has become is not what is declared: a transition cannot be repeated for other terms. */
export function otherTerms(
    inputs: SubscriptionInputs,
    { id, friendlyName, offerName, termDuration, ...held }: SubscriptionResource,
): string | undefined {
    const billingCycle = billingCycleOf(held.billingCycle);
    const isDeclared =
        (inputs.termDuration === undefined || sameName(inputs.termDuration, termDuration)) &&
        inputs.billingCycle === billingCycle;
    return isDeclared
        ? undefined
        : `termDuration, billingCycle: "${friendlyName}" (${id}) is ${offerName} by now, but for ${termDuration ?? "no term"}, billed ${billingCycle}, and not ${termsInWords(inputs)}. A transition cannot be repeated: declare the terms that it has.`;
}

/** Why it must wait: one transition at a time, since a second one would be lost, or refused. */
export function otherTransition(
    latest: LatestTransition | undefined,
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
): string | undefined {
    return latest?.stage !== "under way" || isOnItsWay(latest, inputs, held)
        ? undefined
        : `${pathOf(inputs)}: "${held.friendlyName}" (${held.id}) is about to become ${latest.transition.toCatalogItemId}, as it was told before. Run \`pulumi up\` again when that is done.`;
}

async function start(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
    tell: Tell,
): Promise<void> {
    const { customerId, termDuration, billingCycle } = inputs;
    const eligible = await findEligible(inputs, held, client);
    if ("obstacle" in eligible) {
        throw new PartnerCenterError(`${eligible.obstacle} Nothing was changed.`);
    }
    const { toCatalogItemId, quantity, transitionType } = eligible;
    try {
        await client.transitions.start(customerId, held.id, {
            toCatalogItemId,
            quantity,
            ...(termDuration && { termDuration }),
            ...(billingCycle && { billingCycle }),
            transitionType,
        });
    } catch (error) {
        // An attempt whose answer was lost may be why the next one is refused.
        if (!isRefusal(error) || !(await hasBegun(inputs, held, client))) {
            throw error;
        }
    }
    if (!movesLicences(eligible)) {
        tell(
            `"${held.friendlyName}" becomes ${eligible.title} without moving its users' licences: assign them anew.`,
        );
    }
}

async function hasBegun(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<boolean> {
    const now = await unlessGone(client.subscriptions.get(inputs.customerId, held.id));
    const latest = await latestTransition(inputs.customerId, held.id, client);
    return (now !== undefined && hasBecome(inputs, now)) || isOnItsWay(latest, inputs, held);
}

/** Minutes may pass, in the documentation's example 36. */
async function untilShown(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    before: LatestTransition | undefined,
    client: PartnerCenter,
    tell: Tell,
): Promise<SubscriptionResource> {
    const { customerId } = inputs;
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 30_000)) {
        const latest = await latestSince(before, customerId, held.id, client);
        if (latest?.stage === "failed") {
            throw new PartnerCenterError(
                `${pathOf(inputs)}: "${held.friendlyName}" (${held.id}) has not become ${latest.transition.toCatalogItemId}: ${reasonsOf(latest.transition)}. It is as it was; \`pulumi up\` asks again.`,
            );
        }
        const { toSubscriptionId = held.id } = latest?.transition ?? {};
        const shown = await unlessGone(client.subscriptions.get(customerId, toSubscriptionId));
        if (shown !== undefined && hasBecome(inputs, shown)) {
            await tellOfAnother(inputs, held, shown, client, tell);
            return shown;
        }
        if (Date.now() + waitMs > client.deadline) {
            throw new PartnerCenterError(
                `${pathOf(inputs)}: "${held.friendlyName}" (${held.id}) was told to become another offer, and Partner Center still shows it as ${held.offerName}. \`pulumi up\` waits for it again; it asks for nothing a second time.`,
            );
        }
        if (waitMs === 500) {
            tell(`"${held.friendlyName}" is becoming another offer; waiting for Partner Center.`);
        }
        await sleep(waitMs);
    }
}

/** What the list did not hold before: it may be behind, and tell of another transition that is over. */
async function latestSince(
    before: LatestTransition | undefined,
    customerId: string,
    subscriptionId: string,
    client: PartnerCenter,
): Promise<LatestTransition | undefined> {
    const latest = await latestTransition(customerId, subscriptionId, client);
    return isDeepStrictEqual(latest, before) ? undefined : latest;
}

/** Whoever follows a subscription to another one must know what is left of the first. */
async function tellOfAnother(
    { customerId }: SubscriptionInputs,
    held: SubscriptionResource,
    { id }: SubscriptionResource,
    client: PartnerCenter,
    tell: Tell,
): Promise<void> {
    if (sameName(id, held.id)) {
        return;
    }
    const left = await unlessGone(client.subscriptions.get(customerId, held.id));
    const rest =
        left === undefined ? "is gone" : `is ${left.status}, with a quantity of ${left.quantity}`;
    tell(
        `"${held.friendlyName}" goes on as the subscription ${id}; the former one, ${held.id}, ${rest}.`,
    );
}
