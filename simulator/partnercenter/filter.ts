import { bind } from "./bind";
import { invalidInput } from "./errors";

const filterShape = { field: "text", value: "text", operator: "text" } as const;

/** A filter by the beginning of one field, whose name is in small letters without underscores. */
export interface Filter {
    field: string;
    matches(value: string): boolean;
}

/**
 * Reads a `filter` parameter (docs: get-a-customer-by-name).
 *
 * @throws ServiceFailure 400 where it is not JSON, or has any operator but `starts_with`.
 */
export function readFilter(text: string): Filter {
    const { field = "", value = "", operator = "" } = bind(filterShape, parse(text), "filter");
    if (simplified(operator) !== "startswith") {
        throw invalidInput("filter", "the only operator is starts_with");
    }
    const beginning = value.toLowerCase();
    return {
        field: simplified(field),
        matches: (given) => given.toLowerCase().startsWith(beginning),
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
