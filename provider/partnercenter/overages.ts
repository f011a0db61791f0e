import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";

/** Which Azure subscription is charged. */
export interface OverageTarget {
    azureEntitlementId: string;
    /** Partner id of the indirect reseller. */
    partnerId?: string;
}

/** An overage as the service holds it. */
export interface OverageResource extends Open {
    azureEntitlementId?: string;
    partnerId?: string;
    /** `PhoneServices`, and whatever else the service may answer. */
    type?: string;
    overageEnabled?: boolean;
}

/** The calls about what customers use beyond what they have paid for. */
export class Overages {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-subscription-overage */
    async list(customerId: string): Promise<OverageResource[]> {
        return await this.#operation.list<OverageResource>({
            name: "getOverage",
            operation: `read the overage of the customer ${customerId}`,
            method: "GET",
            path: overagePath(customerId),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/update-subscription-overage */
    async put(customerId: string, target: OverageTarget, overageEnabled: boolean): Promise<void> {
        await this.#operation.call({
            name: "putOverage",
            operation: `turn the overage of the customer ${customerId} ${overageEnabled ? "on" : "off"}`,
            method: "PUT",
            path: overagePath(customerId),
            body: { ...target, overageEnabled },
        });
    }
}

function overagePath(customerId: string): string {
    return `${customerPath(customerId)}/subscriptions/overage`;
}
