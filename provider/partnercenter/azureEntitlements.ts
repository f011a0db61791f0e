import type { Operation } from "./connection";
import { subscriptionPath } from "./paths";
import type { Open } from "./types";

/** @see https://learn.microsoft.com/partner-center/developer/subscription-resources#azureentitlement */
export interface AzureEntitlementResource extends Open {
    /** The id of the Azure subscription, in Azure too. */
    id: string;
    friendlyName?: string;
    /** `active`, `inactive`, and whatever else the service may answer. */
    status?: string;
    /** The Azure plan. */
    subscriptionId?: string;
}

/** Where an Azure entitlement is. */
export interface EntitlementIds {
    customerId: string;
    /** The Azure plan. */
    subscriptionId: string;
    entitlementId: string;
}

/** The Azure subscriptions under Azure plans. */
export class AzureEntitlements {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-azure-entitlements-for-subscription */
    async list(customerId: string, subscriptionId: string): Promise<AzureEntitlementResource[]> {
        return await this.#operation.list<AzureEntitlementResource>({
            name: "getAzureEntitlements",
            operation: `list the Azure subscriptions of the Azure plan ${subscriptionId}`,
            method: "GET",
            path: `${subscriptionPath(customerId, subscriptionId)}/azureEntitlements`,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-an-azure-entitlement-for-a-subscription */
    async get(ids: EntitlementIds): Promise<AzureEntitlementResource> {
        return await this.#operation.identified<AzureEntitlementResource>("an Azure subscription", {
            name: "getAzureEntitlements",
            operation: `read the Azure subscription ${ids.entitlementId} of the customer ${ids.customerId}`,
            method: "GET",
            path: entitlementPath(ids),
        });
    }

    /**
     * Cancels an Azure subscription. It may be shown as active for about ten minutes more.
     *
     * @param cancellationReason `compromise`: no other one is documented.
     * @see https://learn.microsoft.com/partner-center/developer/cancel-an-azure-subscription
     */
    async cancel(ids: EntitlementIds, cancellationReason: string): Promise<void> {
        await this.#operation.call({
            name: "cancelAzureEntitlement",
            operation: `cancel the Azure subscription ${ids.entitlementId} of the customer ${ids.customerId}`,
            method: "POST",
            path: `${entitlementPath(ids)}/cancel`,
            body: { cancellationReason },
        });
    }
}

function entitlementPath({ customerId, subscriptionId, entitlementId }: EntitlementIds): string {
    return `${subscriptionPath(customerId, subscriptionId)}/azureEntitlements/${encodeURIComponent(entitlementId)}`;
}
