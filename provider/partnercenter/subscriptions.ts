import type { Operation } from "./connection";
import { customerPath, subscriptionPath } from "./paths";
import { camelCased } from "./reading";
import type { SubscriptionResource } from "./types";

/** What customers have bought, one by one. */
export class Subscriptions {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-subscriptions */
    async list(customerId: string): Promise<SubscriptionResource[]> {
        return await this.#operation.list<SubscriptionResource>({
            name: "getSubscriptions",
            operation: `list the subscriptions of the customer ${customerId}`,
            method: "GET",
            path: `${customerPath(customerId)}/subscriptions`,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-subscription-by-id */
    async get(customerId: string, id: string): Promise<SubscriptionResource> {
        return await this.#operation.identified<SubscriptionResource>("a subscription", {
            name: "getSubscription",
            operation: `read the subscription ${id} of the customer ${customerId}`,
            method: "GET",
            path: subscriptionPath(customerId, id),
        });
    }

    /**
     * Writes a subscription as a whole: as it was read, and then changed. A member that is left out may
     * be lost, `autoRenewEnabled` with certainty.
     *
     * @returns The subscription as it is now; `undefined` where the service is not done yet.
     * @see https://learn.microsoft.com/partner-center/developer/update-a-subscription-by-id
     */
    async change(
        customerId: string,
        subscription: SubscriptionResource,
    ): Promise<SubscriptionResource | undefined> {
        const etag = subscription.attributes?.etag;
        return camelCased(
            await this.#operation.call({
                name: "changeSubscription",
                operation: `change the subscription ${subscription.id} of the customer ${customerId}`,
                method: "PATCH",
                path: subscriptionPath(customerId, subscription.id),
                body: subscription,
                // The offers of the new commerce have none.
                ...(etag && { headers: { "If-Match": `"${etag}"` } }),
            }),
        ) as SubscriptionResource | undefined;
    }
}
