import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";

/**
 * What can be bought under a product. The id is unique within its product only.
 *
 * @see https://learn.microsoft.com/partner-center/developer/product-resources#sku
 */
export interface SkuResource extends Open {
    id: string;
    title?: string;
    minimumQuantity?: number;
    maximumQuantity?: number;
    isTrial?: boolean;
    supportedBillingCycles?: string[];
}

/**
 * How a SKU is for sale: country, segment and terms. Its id changes over time.
 *
 * @see https://learn.microsoft.com/partner-center/developer/product-resources#availability
 */
export interface AvailabilityResource extends Open {
    id: string;
    /** `product:sku:availability`; what a cart wants. */
    catalogItemId?: string;
    /** `commercial`, `education`, `government` or `nonprofit`. */
    segment?: string;
    isPurchasable?: boolean;
    terms?: TermResource[];
}

export interface TermResource extends Open {
    /** ISO 8601: `P1M`, `P1Y`, `P3Y`. */
    duration?: string;
    billingCycle?: string;
}

/** The catalogue, as far as it is open to one customer. */
export class Products {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-sku-by-id-by-customer */
    async getSku(customerId: string, productId: string, skuId: string): Promise<SkuResource> {
        return await this.#operation.identified<SkuResource>("a SKU", {
            name: "getSku",
            operation: `read the SKU ${productId}:${skuId} for the customer ${customerId}`,
            method: "GET",
            path: skuPath(customerId, productId, skuId),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-availabilities-for-a-sku-by-customer */
    async getAvailabilities(
        customerId: string,
        productId: string,
        skuId: string,
    ): Promise<AvailabilityResource[]> {
        const answer = (await this.#operation.read({
            name: "getAvailabilities",
            operation: `read how ${productId}:${skuId} is for sale to the customer ${customerId}`,
            method: "GET",
            path: `${skuPath(customerId, productId, skuId)}/availabilities`,
        })) as AvailabilityResource[] | AvailabilityResource | undefined;
        // One of the documentation's samples shows a single availability without a list around it.
        return Array.isArray(answer) ? answer : answer?.catalogItemId ? [answer] : [];
    }
}

function skuPath(customerId: string, productId: string, skuId: string): string {
    const [product, sku] = [productId, skuId].map(encodeURIComponent);
    return `${customerPath(customerId)}/products/${product}/skus/${sku}`;
}
