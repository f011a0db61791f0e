import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import type { AvailabilityResource } from "../partnercenter/products";
import { sameName } from "../validation/sameName";
import { type Offer, offerOf } from "./offer";
import type { DeclaredPurchase } from "./shapes";
import { billingCycleOf } from "./wire";

/**
 * The catalogue item to put into a cart. Its id changes over time, so it is looked up when it is
 * needed; of several the one that the arguments name, else the commercial one.
 */
export async function findCatalogItem(
    purchase: DeclaredPurchase,
    client: PartnerCenter,
): Promise<string> {
    const offer = offerOf(purchase);
    if (offer === undefined) {
        throw new PartnerCenterError(
            "Say what to order: catalogItemId, or productId and skuId. Nothing was ordered.",
        );
    }
    const found = await client.products.getAvailabilities(
        purchase.customerId,
        offer.productId,
        offer.skuId,
    );
    const { catalogItemId } = fitting(found, offer, purchase) ?? {};
    if (catalogItemId === undefined) {
        throw new PartnerCenterError(
            `Partner Center does not sell ${offer.productId}:${offer.skuId} to the customer ${purchase.customerId} ${termsInWords(purchase)}; it sells ${offeredInWords(found)}. Nothing was ordered.`,
        );
    }
    return catalogItemId;
}

/** The availability by which a purchase can be made, if there is one. */
export function fitting(
    found: readonly AvailabilityResource[],
    offer: Offer,
    purchase: Pick<DeclaredPurchase, "termDuration" | "billingCycle">,
): AvailabilityResource | undefined {
    const possible = found.filter(
        (availability) =>
            availability.isPurchasable !== false && offersTerms(availability, purchase),
    );
    return (
        possible.find(({ id }) => sameName(id, offer.availabilityId)) ??
        possible.find(({ segment = "commercial" }) => sameName(segment, "commercial")) ??
        possible[0]
    );
}

/** An availability without terms says nothing about them; an older one nothing about their billing. */
function offersTerms(
    { terms = [] }: AvailabilityResource,
    { termDuration, billingCycle }: Pick<DeclaredPurchase, "termDuration" | "billingCycle">,
): boolean {
    return (
        terms.length === 0 ||
        terms.some(
            (term) =>
                sameName(term.duration, termDuration) &&
                (term.billingCycle === undefined ||
                    billingCycleOf(term.billingCycle) === billingCycle),
        )
    );
}

/** `for P1Y, billed annual`. */
export function termsInWords({
    termDuration,
    billingCycle,
}: Pick<DeclaredPurchase, "termDuration" | "billingCycle">): string {
    const term = termDuration === undefined ? "without a term" : `for ${termDuration}`;
    return `${term}, billed ${billingCycle ?? "as usual"}`;
}

/** The terms that can be had. */
export function offeredInWords(found: readonly AvailabilityResource[]): string {
    const terms = found
        .filter(({ isPurchasable }) => isPurchasable !== false)
        .flatMap((availability) => availability.terms ?? [])
        .map(
            ({ duration, billingCycle }) =>
                `${duration ?? "no term"} billed ${billingCycleOf(billingCycle) ?? "as usual"}`,
        );
    return terms.length === 0 ? "nothing of it" : [...new Set(terms)].join(", ");
}
