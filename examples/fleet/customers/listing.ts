/** A customer as a file has it, not yet known to be right. */
export interface ListedCustomer {
    args: unknown;
    /** The line of a member, by its dotted path, or of the customer. Counted from 1. */
    lineOf(path: string): number;
}

/** Something wrong with a file. */
export interface Fault {
    line: number;
    text: string;
}

/** What a file says. */
export interface Listing {
    customers: ListedCustomer[];
    faults: Fault[];
}
