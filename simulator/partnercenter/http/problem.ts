import { ServiceFailure } from "./errors";

/** A property that is at fault, by its name in the service's words, and why. */
export interface Problem {
    property: string;
    kind: "missing" | "invalid";
    message: string;
}

/** The codes of a property that is missing and of one with invalid data (docs: error-codes). */
const codes = { missing: 3000, invalid: 27002 };

/** @throws ServiceFailure 400 if there is any problem; the code is the one of the first. */
export function refuse(problems: readonly Problem[]): void {
    const [first] = problems;
    if (first === undefined) return;
    throw new ServiceFailure(
        400,
        codes[first.kind],
        `${first.property}: ${first.message}`,
        problems.map(({ property, message }) => `${property}:  ${message}`),
    );
}

export function missing(property: string): Problem {
    return { property, kind: "missing", message: "Required - The property is missing or empty" };
}

export function invalid(property: string, message: string): Problem {
    return { property, kind: "invalid", message };
}
