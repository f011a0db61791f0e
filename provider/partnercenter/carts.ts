import type { Operation } from "./connection";
import type { OrderResource } from "./orders";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { Open } from "./types";

/** @see https://learn.microsoft.com/partner-center/developer/cart-resources */
export interface CartResource extends Open {
    id: string;
    creationTimestamp?: string;
    expirationTimestamp?: string;
    /** `Active`, or `Ordered` once it was checked out. */
    status?: string;
    lineItems?: CartLineResource[];
}

export interface CartLineResource extends Open {
    catalogItemId?: string;
    friendlyName?: string;
    quantity?: number;
    billingCycle?: string;
    termDuration?: string;
    participants?: { key: string; value: string }[];
    /** Why this line cannot be bought. */
    error?: Open & { errorCode?: string | number; errorDescription?: string };
}

/** What came of a checkout: an order for each group of lines, or why there is none. */
export interface CheckoutResource extends Open {
    orders?: OrderResource[];
    orderErrors?: { orderGroupId?: string; code?: string | number; description?: string }[];
}

/** Carts, which buy nothing until they are checked out, and live for seven days. */
export class Carts {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/create-a-cart */
    async create(customerId: string, lines: readonly CartLineResource[]): Promise<CartResource> {
        return await this.#operation.identified<CartResource>("a cart", {
            name: "createCart",
            operation: `create a cart for the customer ${customerId}`,
            method: "POST",
            path: cartsPath(customerId),
            body: bodyOf(lines),
        });
    }

    /** There is no list of carts: only whoever has kept the id finds one again. */
    async get(customerId: string, cartId: string): Promise<CartResource> {
        return await this.#operation.identified<CartResource>("a cart", {
            name: "getCart",
            operation: `read the cart ${cartId} of the customer ${customerId}`,
            method: "GET",
            path: cartPath(customerId, cartId),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/update-a-cart */
    async replaceLines(
        customerId: string,
        cart: CartResource,
        lines: readonly CartLineResource[],
    ): Promise<CartResource> {
        return await this.#operation.identified<CartResource>("a cart", {
            name: "updateCart",
            operation: `change the cart ${cart.id} of the customer ${customerId}`,
            method: "PUT",
            path: cartPath(customerId, cart.id),
            body: { ...cart, ...bodyOf(lines) },
        });
    }

    /**
     * Buys what the cart holds. The service promises that one cart is bought once: a second checkout
     * answers what the first one did.
     *
     * @see https://learn.microsoft.com/partner-center/developer/checkout-a-cart
     */
    async checkOut(customerId: string, cartId: string): Promise<CheckoutResource> {
        const answer = await this.#operation.call({
            name: "checkOutCart",
            operation: `order what is in the cart ${cartId} of the customer ${customerId}`,
            method: "POST",
            path: `${cartPath(customerId, cartId)}/checkout`,
        });
        return (camelCased(answer) ?? {}) as CheckoutResource;
    }
}

function bodyOf(lines: readonly CartLineResource[]) {
    return {
        // Who sells for a reseller confirms by this that the reseller is the one on record.
        ...(lines.some(({ participants }) => participants !== undefined) && {
            partnerOnRecordAttestationAccepted: true,
        }),
        lineItems: lines.map((line, id) => ({ id, ...line })),
    };
}

function cartsPath(customerId: string): string {
    return `${customerPath(customerId)}/carts`;
}

function cartPath(customerId: string, cartId: string): string {
    return `${cartsPath(customerId)}/${encodeURIComponent(cartId)}`;
}
