import type { Operation } from "./connection";
import { customerPath } from "./paths";

/** The calls about what customers' Azure usage may cost in a month, before the partner is told. */
export class UsageBudgets {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * @returns The amount; `undefined` where the customer has no budget, which the service writes as null.
     * @see https://learn.microsoft.com/partner-center/developer/get-a-customer-s-usage-spending-budget
     */
    async get(customerId: string): Promise<number | undefined> {
        const { amount } = await this.#operation.present<{ amount?: unknown }>("a budget", {
            name: "getUsageBudget",
            operation: `read the usage budget of the customer ${customerId}`,
            method: "GET",
            path: budgetPath(customerId),
        });
        return typeof amount === "number" ? amount : undefined;
    }

    /**
     * @param amount In the customer's currency; null for no budget.
     * @see https://learn.microsoft.com/partner-center/developer/update-a-customer-s-usage-spending-budget
     */
    async set(customerId: string, amount: number | null): Promise<void> {
        await this.#operation.call({
            name: "setUsageBudget",
            operation: `${amount === null ? "clear" : "set"} the usage budget of the customer ${customerId}`,
            method: "PATCH",
            path: budgetPath(customerId),
            body: { amount, attributes: { objectType: "SpendingBudget" } },
        });
    }
}

function budgetPath(customerId: string): string {
    return `${customerPath(customerId)}/usagebudget`;
}
