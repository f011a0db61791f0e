import { bind } from "./bind";
import { invalidInput } from "./errors";

const filterShape = { field: "text", value: "text", operator: "text" } as const;

const operators = {
    starts_with: (given: string, value: string) => given.startsWith(value),
    equals: (given: string, value: string) => given === value,
} as const;

/** A filter by one field, whose name is in small letters without underscores. */
export interface Filter {
    field: string;
    matches(value: string): boolean;
}

/**
 * Reads a `filter` parameter (docs: get-a-customer-by-name, view-a-deleted-user).
 *
 * @param known The one operator that the list knows.
 * @throws ServiceFailure 400 where it is not JSON, or has any other operator.
 */
export function readFilter(text: string, known: keyof typeof operators = "starts_with"): Filter {
    const { field = "", value = "", operator = "" } = bind(filterShape, parse(text), "filter");
    if (simplified(operator) !== simplified(known)) {
        throw invalidInput("filter", `the only operator is ${known}`);
    }
    return {
        field: simplified(field),
        matches: (given) => operators[known](given.toLowerCase(), value.toLowerCase()),
    };
}

function simplified(name: string): string {
    return name.toLowerCase().replaceAll("_", "");
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw invalidInput("filter", "JSON is expected");
    }
}
