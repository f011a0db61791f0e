import type { Operation } from "./connection";
import { subscriptionPath } from "./paths";

/** @see https://learn.microsoft.com/partner-center/developer/subscription-resources */
export interface SupportContact {
    supportTenantId: string;
    supportMpnId: string;
    name: string;
}

/** The calls about whom a customer asks about a subscription. They are for an application with a user. */
export class SupportContacts {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * @returns What the service tells of it, which is nothing for a subscription that has none.
     * @see https://learn.microsoft.com/partner-center/developer/get-a-subscription-s-support-contact
     */
    async get(customerId: string, subscriptionId: string): Promise<Partial<SupportContact>> {
        const held = await this.#operation.present<Partial<SupportContact>>("a contact", {
            name: "getSupportContact",
            operation: `read the support contact of the subscription ${subscriptionId} of the customer ${customerId}`,
            method: "GET",
            path: contactPath(customerId, subscriptionId),
        });
        const { supportTenantId, supportMpnId, name } = held;
        return {
            ...(supportTenantId && { supportTenantId }),
            ...(supportMpnId && { supportMpnId }),
            ...(name && { name }),
        };
    }

    /** @see https://learn.microsoft.com/partner-center/developer/update-a-subscription-s-support-contact */
    async put(customerId: string, subscriptionId: string, contact: SupportContact): Promise<void> {
        await this.#operation.call({
            name: "putSupportContact",
            operation: `name the support contact of the subscription ${subscriptionId} of the customer ${customerId}`,
            method: "PUT",
            path: contactPath(customerId, subscriptionId),
            body: { ...contact, attributes: { objectType: "SupportContact" } },
        });
    }
}

function contactPath(customerId: string, subscriptionId: string): string {
    return `${subscriptionPath(customerId, subscriptionId)}/supportcontact`;
}
