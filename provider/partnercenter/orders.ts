import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";

/** @see https://learn.microsoft.com/partner-center/developer/order-resources */
export interface OrderResource extends Open {
    id: string;
    creationDate?: string;
    /** `completed`, `pending`, `cancelled`, `error`, or what the review of an order adds. */
    status?: string;
    lineItems?: OrderLineResource[];
}

export interface OrderLineResource extends Open {
    /** `product:sku:availability`. */
    offerId?: string;
    friendlyName?: string;
    /** Absent until the subscription is there. */
    subscriptionId?: string;
}

/** What was bought. */
export class Orders {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-an-order-by-id */
    async get(customerId: string, orderId: string): Promise<OrderResource> {
        return await this.#operation.identified<OrderResource>("an order", {
            name: "getOrder",
            operation: `read the order ${orderId} of the customer ${customerId}`,
            method: "GET",
            path: `${ordersPath(customerId)}/${encodeURIComponent(orderId)}`,
        });
    }

    /**
     * All orders of a customer; one may be missing for 15 minutes.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-orders
     */
    async list(customerId: string): Promise<OrderResource[]> {
        return await this.#operation.list<OrderResource>({
            name: "listOrders",
            operation: `list the orders of the customer ${customerId}`,
            method: "GET",
            path: ordersPath(customerId),
        });
    }
}

function ordersPath(customerId: string): string {
    return `${customerPath(customerId)}/orders`;
}
