import { sameName } from "../validation/sameName";

/** The product of the Azure plan, in every catalogue. */
const azurePlanProduct = "DZH318Z0BPS6";

/** What an order is for. */
export interface Offer {
    productId: string;
    skuId: string;
    /** Which of the ways to buy it; these ids change over time. */
    availabilityId?: string;
}

/** Where the arguments say which offer is meant. */
export interface OfferArguments {
    catalogItemId?: string;
    productId?: string;
    skuId?: string;
}

/** The argument that says which offer is meant. */
export function pathOf({ catalogItemId }: OfferArguments): string {
    return catalogItemId === undefined ? "productId" : "catalogItemId";
}

/** The offer that the arguments mean; `undefined` where they mean none. */
export function offerOf({ catalogItemId, productId, skuId }: OfferArguments): Offer | undefined {
    if (catalogItemId !== undefined) {
        return parseOffer(catalogItemId);
    }
    return productId === undefined || skuId === undefined ? undefined : { productId, skuId };
}

/** Reads `product:sku` or `product:sku:availability`; the older offers' ids are none of these. */
export function parseOffer(catalogItemId: string): Offer | undefined {
    const [productId = "", skuId = "", availabilityId] = catalogItemId.split(":");
    return productId === "" || skuId === ""
        ? undefined
        : { productId, skuId, ...(availabilityId && { availabilityId }) };
}

/** Whether two offers sell the same thing, by whichever availability. */
export function sameOffer(one: Offer | undefined, other: Offer | undefined): boolean {
    return sameName(one?.productId, other?.productId) && sameName(one?.skuId, other?.skuId);
}

/** Whether an offer is the Azure plan, which has no term and no quantity. */
export function isAzurePlan(offer: Pick<Offer, "productId"> | undefined): boolean {
    return sameName(offer?.productId, azurePlanProduct);
}
