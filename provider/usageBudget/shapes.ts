/** What a program declares of a budget; also all that the state holds of it. */
export interface UsageBudgetInputs {
    customerId: string;
    amount: number;
}
