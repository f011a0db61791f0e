import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import type { SubscriptionResource } from "../partnercenter/types";
import { identityChanges } from "./identity";
import type { SubscriptionInputs } from "./shapes";
import { hasEnded } from "./twins";
import { billingCycleOf, wantedChange } from "./wire";

/** The subscription that is to be taken over; nothing is ordered. */
export async function findExisting(
    id: string,
    inputs: SubscriptionInputs,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const held = await client.subscriptions.get(inputs.customerId, id);
    const obstacle = otherPurchase(inputs, held);
    if (obstacle !== undefined) {
        throw new PartnerCenterError(`${obstacle} Nothing was changed.`);
    }
    return held;
}

/** Reads the subscription that is to be taken over, and writes nothing. */
export async function foreseeTakeover(
    id: string,
    inputs: SubscriptionInputs,
    { isComplete, client }: ForesightContext,
): Promise<Foresight> {
    if (!isComplete) {
        return foresightOf();
    }
    try {
        const held = await client().subscriptions.get(inputs.customerId, id);
        const obstacle = otherPurchase(inputs, held);
        if (obstacle !== undefined) {
            return foresightOf({ problems: [obstacle] });
        }
        const written = Object.keys(wantedChange(inputs, held));
        return foresightOf({
            notes: [
                `Subscription ${id} (${held.offerName}) is taken over; nothing is ordered, and ${written.length === 0 ? "nothing" : written.join(", ")} will be changed.`,
            ],
        });
    } catch (error) {
        if (isGone(error)) {
            return foresightOf({
                problems: [
                    `existingSubscriptionId: the customer ${inputs.customerId} has no subscription ${id}. Check both ids.`,
                ],
            });
        }
        throw error;
    }
}

/** Why a subscription is not the one that the program means: else the next change would make another of it. */
function otherPurchase(inputs: SubscriptionInputs, held: SubscriptionResource): string | undefined {
    if (hasEnded(held)) {
        return `existingSubscriptionId: subscription ${held.id} is ${held.status}.`;
    }
    const others = othersThan(inputs, held);
    return others.length === 0
        ? undefined
        : `existingSubscriptionId: subscription ${held.id} is another purchase (${purchaseInWords(held)}); correct existingSubscriptionId or ${others.join(", ")}.`;
}

/** The arguments by which a subscription is not the purchase that is declared. */
export function othersThan(
    inputs: SubscriptionInputs,
    { offerId, termDuration, billingCycle }: SubscriptionResource,
): string[] {
    const held = {
        customerId: inputs.customerId,
        ...(offerId && { catalogItemId: offerId }),
        ...(termDuration && { termDuration }),
        // An Azure plan is billed by its use, whatever its order said.
        billingCycle:
            inputs.termDuration === undefined ? inputs.billingCycle : billingCycleOf(billingCycle),
    };
    return identityChanges(held as object, inputs);
}

/** `Microsoft 365 Business Basic: CFQ7TTC0LH18:0001:…, P1Y, billed monthly`. */
export function purchaseInWords({
    offerName,
    offerId,
    termDuration,
    billingCycle,
}: SubscriptionResource): string {
    return `${offerName}: ${offerId}, ${termDuration ?? "no term"}, billed ${billingCycleOf(billingCycle)}`;
}
