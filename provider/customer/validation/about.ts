import type { CheckContext } from "../../lifecycle";
import { membersOf } from "./members";

/** A warning stands among those of all other customers, and has one line: it says whose it is. */
export function aboutCustomer(
    inputs: unknown,
    { isUnknown }: CheckContext,
    warnings: readonly string[],
): string[] {
    const domain = membersOf(inputs, isUnknown)("companyProfile.domain") || "a customer";
    return warnings.map((warning) => `${domain}: ${warning.replace(/\s+/g, " ")}`);
}
