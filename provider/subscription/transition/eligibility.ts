import type { PartnerCenter } from "../../partnercenter/client";
import type { TransitionEligibilityResource } from "../../partnercenter/transitions";
import type { SubscriptionResource } from "../../partnercenter/types";
import { sameName } from "../../validation/sameName";
import { offerOf, parseOffer, pathOf, sameOffer } from "../offer";
import type { SubscriptionInputs } from "../shapes";
import { problemsInWords } from "./history";

/** A transition that the service allows. */
export interface EligibleTransition {
    toCatalogItemId: string;
    title: string;
    /** All licences: of fewer, another subscription would come beside the first. */
    quantity: number;
    transitionType: string;
}

/** What is declared, as the service allows it; or why it does not, and what it allows instead. */
export async function findEligible(
    inputs: SubscriptionInputs,
    held: SubscriptionResource,
    client: PartnerCenter,
): Promise<EligibleTransition | { obstacle: string }> {
    const found = await client.transitions.eligibilities(inputs.customerId, held.id);
    const wanted = offerOf(inputs);
    const targets = found.filter(({ catalogItemId = "" }) =>
        sameOffer(parseOffer(catalogItemId), wanted),
    );
    const target = targets.find((one) => typeOf(one) !== undefined) ?? targets[0];
    const type = target && typeOf(target);
    if (target?.catalogItemId === undefined || type === undefined) {
        return { obstacle: obstacleTo(inputs, held, found, target) };
    }
    return {
        toCatalogItemId: target.catalogItemId,
        title: target.title ?? target.catalogItemId,
        quantity: target.quantity ?? held.quantity ?? inputs.quantity,
        transitionType: type,
    };
}

/** Whether users keep their licences. */
export function movesLicences({ transitionType }: EligibleTransition): boolean {
    return sameName(transitionType, "transition_with_license_transfer");
}

/** The way that the service allows; rather one by which users keep their licences. */
function typeOf({ eligibilities = [] }: TransitionEligibilityResource): string | undefined {
    const types = eligibilities
        .filter(({ isEligible }) => isEligible === true)
        .flatMap(({ transitionType }) => transitionType ?? []);
    return (
        types.find((type) => sameName(type, "transition_with_license_transfer")) ??
        types.find((type) => sameName(type, "transition_only"))
    );
}

function obstacleTo(
    inputs: SubscriptionInputs,
    { id, friendlyName, offerName, offerId }: SubscriptionResource,
    found: readonly TransitionEligibilityResource[],
    target: TransitionEligibilityResource | undefined,
): string {
    const { productId, skuId } = offerOf(inputs) ?? {};
    const why =
        target === undefined
            ? ""
            : ` (${problemsInWords((target.eligibilities ?? []).flatMap(({ errors = [] }) => errors))})`;
    const others = found
        .filter((one) => one !== target && typeOf(one) !== undefined)
        .map(({ title, catalogItemId }) => `${title} (${catalogItemId})`);
    const instead = others.length === 0 ? "nothing else now" : others.join(", ");
    return `${pathOf(inputs)}: Partner Center does not make ${productId}:${skuId} of "${friendlyName}" (${id}, ${offerName}, ${offerId})${why}; it can become ${instead}. Set it back, or declare what is to be bought as a resource of its own, and let this one go as its deletionPolicy says.`;
}
