import type { Operation } from "./connection";
import { subscriptionPath } from "./paths";
import { answeredWithout } from "./reading";

/** The calls about Azure subscriptions that reservations may be bought for. */
export class Registrations {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * @returns `NotRegistered`, `Registering` or `Registered`, in whatever casing.
     * @see https://learn.microsoft.com/partner-center/developer/get-subscription-registration-status
     */
    async status(customerId: string, subscriptionId: string): Promise<string> {
        const operation = `read the registration of the subscription ${subscriptionId} of the customer ${customerId}`;
        const { status } = await this.#operation.present<{ status?: unknown }>("a status", {
            name: "getRegistration",
            operation,
            method: "GET",
            path: `${subscriptionPath(customerId, subscriptionId)}/registrationstatus`,
        });
        if (typeof status !== "string") {
            throw answeredWithout("a status", operation);
        }
        return status;
    }

    /**
     * Asks for the registration, which goes on after the answer. No call takes it back.
     *
     * @see https://learn.microsoft.com/partner-center/developer/register-a-subscription
     */
    async register(customerId: string, subscriptionId: string): Promise<void> {
        await this.#operation.call({
            name: "registerSubscription",
            operation: `register the subscription ${subscriptionId} of the customer ${customerId}`,
            method: "POST",
            path: `${subscriptionPath(customerId, subscriptionId)}/registrations`,
        });
    }
}
