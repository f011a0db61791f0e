import type { OverageTarget } from "../partnercenter/overages";

/** What a program declares of an overage; also all that the state holds of it. */
export interface OverageInputs extends OverageTarget {
    customerId: string;
}
