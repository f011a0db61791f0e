import type { Operation } from "./connection";
import { ApiError } from "./errors";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { AccountStatusResource } from "./types";

/** What Microsoft's vetting says of customers. */
export class Accounts {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * Whether a customer may buy; `undefined` where the service has no status yet.
     *
     * @see https://learn.microsoft.com/partner-center/developer/retrieve-validation-status
     */
    async status(customerId: string): Promise<AccountStatusResource | undefined> {
        try {
            return camelCased(
                await this.#operation.call({
                    name: "getAccountStatus",
                    operation: `read the account status of the customer ${customerId}`,
                    method: "GET",
                    path: `${customerPath(customerId)}/validationStatus?type=account`,
                }),
            ) as AccountStatusResource | undefined;
        } catch (error) {
            if (error instanceof ApiError && error.code === "600074") {
                return undefined;
            }
            throw error;
        }
    }
}
