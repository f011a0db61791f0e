import { access } from "./access";
import { customers } from "./customers";
import type { Explanation, Explanations } from "./explanation";
import { migrations } from "./migrations";
import { purchases } from "./purchases";

/**
 * The codes of the service that a customer's life can meet.
 *
 * @see https://learn.microsoft.com/partner-center/developer/error-codes
 */
export const errorCatalogue: Explanations = {
    ...access,
    ...customers,
    ...purchases,
    ...migrations,
};

/** Explanations by HTTP status, for answers without a code that the catalogue knows. */
export const byStatus: Explanations = {
    "401": {
        meaning: "Partner Center does not accept the token.",
        remedy: "Check cloud, tenantId and the credential, and that the application is registered in Partner Center.",
    },
    "403": {
        meaning: "The identity may not do this.",
        remedy: "Check its role (Admin agent), the kind of partner, and whether the call needs application and user.",
    },
    "429": {
        meaning: "The service asks for fewer requests.",
        remedy: "Run the operation again in a few minutes.",
    },
};

/** Meaning and remedy of an error answer, where they are known. */
export function explain({
    status,
    code = "",
}: {
    status: number;
    code?: string | undefined;
}): Explanation | undefined {
    const known = [`${status}/${code}`, code].find((key) => Object.hasOwn(errorCatalogue, key));
    return known === undefined ? byStatus[status] : errorCatalogue[known];
}
