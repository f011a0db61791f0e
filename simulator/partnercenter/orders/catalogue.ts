/** A term of an availability: how long, and how it is billed (docs: product-resources, Term). */
export interface Term {
    /** ISO 8601, `P1M`, `P1Y` or `P3Y`; absent where nothing is committed to. */
    readonly duration?: string;
    readonly billingCycle: BillingCycle;
    /** For one licence and one billing, before taxes. */
    readonly listPrice: number;
}

/** As the service spells it. */
export type BillingCycle = "monthly" | "annual" | "triennial" | "one_time" | "none";

/** A SKU that can be bought, with the one availability that it has. */
export interface Offer {
    readonly productId: string;
    readonly skuId: string;
    readonly availabilityId: string;
    readonly title: string;
    readonly productType: "Azure" | "OnlineServicesNCE";
    readonly minimumQuantity: number;
    readonly maximumQuantity: number;
    readonly isTrial: boolean;
    readonly isAutoRenewable: boolean;
    readonly terms: readonly Term[];
    /** What it can become by a transition, as `product:sku`. */
    readonly transitionsTo?: readonly string[];
}

const licence = {
    productType: "OnlineServicesNCE",
    minimumQuantity: 1,
    isTrial: false,
    isAutoRenewable: true,
} as const;

/**
 * The offers of the documentation's samples (docs: get-a-sku-by-id, get-a-list-of-availabilities,
 * checkout-a-cart): the Azure plan, two licences and a trial. Prices are the samples' or made up. What
 * can become what is as in the portal's documentation (add-licenses-or-services-to-an-existing-subscription).
 */
const offers: readonly Offer[] = [
    {
        productId: "DZH318Z0BPS6",
        skuId: "0001",
        availabilityId: "DZH318Z0BMTX",
        title: "Microsoft Azure plan",
        productType: "Azure",
        minimumQuantity: 1,
        maximumQuantity: 1,
        isTrial: false,
        isAutoRenewable: false,
        terms: [{ billingCycle: "one_time", listPrice: 0 }],
    },
    {
        ...licence,
        productId: "CFQ7TTC0LH18",
        skuId: "0001",
        availabilityId: "CFQ7TTC0K971",
        title: "Microsoft 365 Business Basic",
        maximumQuantity: 300,
        terms: [
            { duration: "P1M", billingCycle: "monthly", listPrice: 7.2 },
            { duration: "P1Y", billingCycle: "monthly", listPrice: 6 },
            { duration: "P1Y", billingCycle: "annual", listPrice: 72 },
        ],
        transitionsTo: ["CFQ7TTC0LF8S:0001"],
    },
    {
        ...licence,
        productId: "CFQ7TTC0LF8S",
        skuId: "0001",
        availabilityId: "CFQ7TTC0VZW5",
        title: "Office 365 E5 without Audio Conferencing",
        maximumQuantity: 10_000_000,
        terms: [
            { duration: "P1M", billingCycle: "monthly", listPrice: 36.48 },
            { duration: "P1Y", billingCycle: "monthly", listPrice: 30.4 },
            { duration: "P1Y", billingCycle: "annual", listPrice: 364.8 },
            { duration: "P3Y", billingCycle: "triennial", listPrice: 1094.4 },
        ],
    },
    {
        ...licence,
        productId: "CFQ7TTC0LH18",
        skuId: "0002",
        availabilityId: "CFQ7TTC0KD4X",
        title: "Microsoft 365 Business Basic Trial",
        maximumQuantity: 25,
        isTrial: true,
        terms: [{ duration: "P1M", billingCycle: "none", listPrice: 0 }],
        transitionsTo: ["CFQ7TTC0LH18:0001", "CFQ7TTC0LF8S:0001"],
    },
];

export function offersOf(productId: string): readonly Offer[] {
    return offers.filter((offer) => offer.productId === productId.toUpperCase());
}

export function findSku(productId: string, skuId: string): Offer | undefined {
    return offersOf(productId).find((offer) => offer.skuId === skuId.toUpperCase());
}

/** The offer of a catalogue item id, `product:sku:availability`. */
export function findOffer(catalogItemId: string): Offer | undefined {
    const [productId = "", skuId = "", availabilityId = ""] = catalogItemId.split(":");
    const offer = findSku(productId, skuId);
    return offer?.availabilityId === availabilityId.toUpperCase() ? offer : undefined;
}

/** What an offer can become. */
export function transitionsOf({ transitionsTo = [] }: Offer): readonly Offer[] {
    return transitionsTo.flatMap((item) => {
        const [productId = "", skuId = ""] = item.split(":");
        return findSku(productId, skuId) ?? [];
    });
}

/** The offer that stands for one of the former commerce: what has the same name. */
export function successorOf(offerName: string): Offer | undefined {
    return offers.find((offer) => offer.title === offerName && !isAzurePlan(offer));
}

export function catalogItemIdOf({ productId, skuId, availabilityId }: Offer): string {
    return `${productId}:${skuId}:${availabilityId}`;
}

/** Whether an offer is the one whose subscription holds Azure subscriptions. */
export function isAzurePlan({ productType }: Offer): boolean {
    return productType === "Azure";
}
