import { ApiError } from "./errors";
import { camelCased } from "./reading";
import type { AddressResource, Open } from "./types";

/** What the service can say of an address, the best first. */
export const addressStatuses = [
    "VerifiedShippable",
    "Verified",
    "InteractionRequired",
    "StreetPartial",
    "PremisesPartial",
    "Multiple",
    "None",
    "NotValidated",
] as const;

export type AddressStatus = (typeof addressStatuses)[number];

/** What the service says of an address. */
export interface AddressValidation {
    /** One of the known ones in that spelling, or whatever new one the service has said. */
    status: AddressStatus | (string & {});
    /** Addresses that the service knows; up to three. */
    suggestedAddresses: AddressResource[];
    /** The service's own words, where it has some. */
    validationMessage?: string;
}

/** What an address is asked about. */
export type AddressToValidate = Pick<
    AddressResource,
    "addressLine1" | "addressLine2" | "city" | "state" | "postalCode" | "country"
>;

/**
 * An answer to the question whether an address exists. Before 2021 it was a truth value, or empty: both
 * are read. What cannot be understood counts as not validated.
 *
 * @see https://learn.microsoft.com/partner-center/developer/validate-an-address
 */
export function readAddressValidation(answer: unknown): AddressValidation {
    if (answer === undefined || answer === true) {
        return { status: "Verified", suggestedAddresses: [] };
    }
    if (answer === false) {
        return { status: "None", suggestedAddresses: [] };
    }
    const { status, suggestedAddresses, validationMessage } = (camelCased(answer) ?? {}) as Open;
    return {
        status: statusOf(status),
        suggestedAddresses: Array.isArray(suggestedAddresses)
            ? suggestedAddresses.filter((one) => typeof one === "object" && one !== null)
            : [],
        ...(typeof validationMessage === "string" && { validationMessage }),
    };
}

/**
 * What the refusal of an address says, as the service answered before 2021: code 2007, with a second
 * error in the description. `undefined` if it is another refusal.
 */
export function readAddressRefusal(error: unknown): AddressValidation | undefined {
    if (!(error instanceof ApiError) || error.status !== 400 || error.code !== "2007") {
        return undefined;
    }
    const inner = parsed(error.description);
    const corrected = inner.corrected_address;
    return {
        status: "None",
        suggestedAddresses:
            typeof corrected === "object" && corrected !== null ? [fromSnakeCase(corrected)] : [],
        validationMessage: String(inner.reason ?? error.description ?? "The address is incorrect."),
    };
}

/** The documentation spells a status with spaces, its samples without. */
function statusOf(text: unknown): string {
    if (typeof text !== "string") {
        return "NotValidated";
    }
    const bare = text.replace(/[\s_-]/g, "").toLowerCase();
    return addressStatuses.find((known) => known.toLowerCase() === bare) ?? text;
}

function parsed(text: string | undefined): Record<string, unknown> {
    try {
        const value: unknown = JSON.parse(text ?? "");
        return typeof value === "object" && value !== null ? { ...value } : {};
    } catch {
        return {};
    }
}

function fromSnakeCase(members: object): AddressResource {
    return Object.fromEntries(
        Object.entries(members).map(([name, value]) => [
            name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
            value,
        ]),
    );
}
