import { type Foresight, foresightOf } from "../../lifecycle/lifecycle";
import type { PartnerCenter } from "../../partnercenter/client";
import type { SubscriptionResource } from "../../partnercenter/types";
import { termsInWords } from "../catalogItem";
import type { SubscriptionInputs } from "../shapes";
import { wantedChange } from "../wire";
import { type EligibleTransition, findEligible, movesLicences } from "./eligibility";
import { isOnItsWay, latestTransition } from "./history";
import { hasBecome, otherTerms, otherTransition } from "./transition";

/** What a subscription will become, or why it will not. */
export async function foreseeTransition(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<Foresight> {
    const who = `"${held.friendlyName}" (${held.id})`;
    if (hasBecome(inputs, held)) {
        const obstacle = otherTerms(inputs, held);
        return foresightOf(
            obstacle === undefined
                ? { notes: [`${who} is ${held.offerName} already: nothing is asked for.`] }
                : { problems: [obstacle] },
        );
    }
    const latest = await latestTransition(inputs.customerId, held.id, client);
    const obstacle = otherTransition(latest, inputs, held);
    if (obstacle !== undefined) {
        return foresightOf({ problems: [obstacle] });
    }
    if (isOnItsWay(latest, inputs, held)) {
        const note = `${who} is about to become what is declared: this is waited for, and nothing is asked for again.`;
        return foresightOf({ notes: [note] });
    }
    const eligible = await findEligible(inputs, held, client);
    if (!("obstacle" in eligible)) {
        return foresightOf({ notes: [inWords(who, inputs, held, eligible)] });
    }
    // What is suspended is refused as it is now, and is reactivated before anything is asked for.
    return wantedChange(inputs, held).status === "active"
        ? foresightOf({
              warnings: [`${eligible.obstacle} It is ${held.status} now, and reactivated first.`],
          })
        : foresightOf({ problems: [eligible.obstacle] });
}

function inWords(
    who: string,
    inputs: SubscriptionInputs,
    { offerName, offerId }: SubscriptionResource,
    eligible: EligibleTransition,
): string {
    const licences = movesLicences(eligible)
        ? "users keep their licences"
        : "licences must be assigned anew";
    return `${who} becomes ${eligible.quantity} x ${eligible.title} (${eligible.toCatalogItemId}), ${termsInWords(inputs)}, instead of ${offerName} (${offerId}), at the price of the partner's price list; ${licences}. That cannot be taken back.`;
}
