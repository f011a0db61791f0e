import { Hono } from "hono";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { ServiceFailure } from "../http/errors";
import { collectionWire, link } from "../http/wire";
import {
    catalogItemIdOf,
    findSku,
    isAzurePlan,
    type Offer,
    offersOf,
    type Term,
} from "./catalogue";

type Wire = Record<string, unknown>;

/**
 * `/v1/customers/{id}/products`: what can be sold to a customer (docs: get-a-product-by-id,
 * get-a-sku-by-id, get-a-list-of-availabilities-for-a-sku-by-customer).
 */
export function productRoutes(service: Service): Hono<Env> {
    const countryOf = (id: string) =>
        getCustomer(service, id).billing.defaultAddress?.country ?? "";
    return new Hono<Env>()
        .get("/customers/:id/products/:product", (c) => {
            const country = countryOf(c.req.param("id"));
            return c.json(productWire(getProduct(c.req.param("product")), country));
        })
        .get("/customers/:id/products/:product/skus/:sku", (c) => {
            const country = countryOf(c.req.param("id"));
            const { product, sku } = c.req.param();
            return c.json(skuWire(getSku(product, sku), country));
        })
        .get("/customers/:id/products/:product/skus/:sku/availabilities", (c) => {
            const country = countryOf(c.req.param("id"));
            const { product, sku } = c.req.param();
            const availability = availabilityWire(getSku(product, sku), country);
            return c.json(collectionWire([availability]));
        });
}

function getProduct(productId: string): Offer {
    const [first] = offersOf(productId);
    if (first !== undefined) return first;
    throw new ServiceFailure(404, 400013, `The product ${productId} was not found.`);
}

function getSku(productId: string, skuId: string): Offer {
    getProduct(productId);
    const offer = findSku(productId, skuId);
    if (offer !== undefined) return offer;
    throw new ServiceFailure(404, 400018, `The SKU ${skuId} was not found.`);
}

function productWire(offer: Offer, country: string): Wire {
    const { productId, title, productType } = offer;
    const self = `/products/${productId}`;
    return {
        id: productId,
        title,
        description: title,
        productType: { id: productType, displayName: productType },
        isMicrosoftProduct: true,
        publisherName: "Microsoft Corporation",
        links: {
            skus: link(`${self}/skus?country=${country}`),
            self: link(`${self}?country=${country}`),
        },
    };
}

function skuWire(offer: Offer, country: string): Wire {
    const { productId, skuId, title, minimumQuantity, maximumQuantity, isTrial, terms } = offer;
    const self = `/products/${productId}/skus/${skuId}`;
    return {
        id: skuId,
        productId,
        title,
        description: title,
        minimumQuantity,
        maximumQuantity,
        isTrial,
        supportedBillingCycles: [...new Set(terms.map(({ billingCycle }) => billingCycle))],
        purchasePrerequisites: ["MicrosoftCustomerAgreement"],
        inventoryVariables: [],
        provisioningVariables: [],
        actions: ["Refund"],
        dynamicAttributes: { isMicrosoftProduct: true },
        links: {
            availabilities: link(`${self}/availabilities?country=${country}`),
            self: link(`${self}?country=${country}`),
        },
    };
}

function availabilityWire(offer: Offer, country: string): Wire {
    const { productId, skuId, availabilityId, isAutoRenewable, terms } = offer;
    return {
        id: availabilityId,
        productId,
        skuId,
        catalogItemId: catalogItemIdOf(offer),
        defaultCurrency: { code: "USD", symbol: "$" },
        segment: "commercial",
        country,
        isPurchasable: true,
        isRenewable: isAutoRenewable,
        // The documentation shows an Azure plan's SKU in the place of its availability: no terms.
        terms: isAzurePlan(offer) ? [] : terms.map(termWire),
        links: {
            self: link(
                `/products/${productId}/skus/${skuId}/availabilities/${availabilityId}?country=${country}`,
            ),
        },
    };
}

function termWire({ duration, billingCycle }: Term, index: number): Wire {
    return {
        id: `term${index}`,
        duration,
        description: `${duration} commitment for ${billingCycle} billing`,
        billingCycle: billingCycle.charAt(0).toUpperCase() + billingCycle.slice(1),
        cancellationPolicies: [
            { refundOptions: [{ sequenceId: 0, type: "Full", expiresAfter: "P7D" }] },
        ],
    };
}
