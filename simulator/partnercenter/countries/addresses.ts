import { Hono } from "hono";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { type Address, addressShape } from "../customers/shapes";
import { bind } from "../http/bind";
import { readJson } from "../http/requestBody";
import { findPlaceProblems } from "./addressRules";
import { findCountryRules } from "./countryRules";

type AddressStatus = keyof typeof labels;

/** Each status and its label in the documentation (docs: validate-an-address). */
const labels = {
    VerifiedShippable: "Verified shippable",
    InteractionRequired: "Interaction required",
    StreetPartial: "Street partial",
    PremisesPartial: "Premises partial",
    Multiple: "Multiple",
    NotValidated: "Not validated",
    None: "None",
    Verified: "Verified",
} as const;

const suggestionCounts: Record<AddressStatus, number> = {
    VerifiedShippable: 1,
    Verified: 1,
    InteractionRequired: 1,
    StreetPartial: 3,
    PremisesPartial: 3,
    Multiple: 3,
    None: 0,
    NotValidated: 0,
};

const messages: Partial<Record<AddressStatus, string>> = {
    InteractionRequired: "The address was changed a lot. Confirm it with the customer.",
    StreetPartial: "The street is incomplete.",
    PremisesPartial: "The house or building number is missing.",
    Multiple: "Several parts of the address are incomplete.",
    None: "The address is incorrect.",
    NotValidated: "The address could not be sent for validation.",
};

/**
 * `POST /v1/validations/address`. An address is `VerifiedShippable` unless a rule of its country
 * says otherwise, which makes it `None`. A first line that contains a status' label as words, such
 * as `7 Street Partial Road` or `1 None Street`, gets that status: so each one can be provoked.
 */
export function addressRoutes({ settings: { uncertain } }: Service): Hono<Env> {
    return new Hono<Env>().post("/validations/address", async (c) => {
        const address = bind(addressShape, await readJson(c));
        return c.json(addressAnswer(address, uncertain));
    });
}

/** Whether the address can be a real one, so that a sandbox customer with it can be deleted. */
export function doesAddressExist(address: Address): boolean {
    return statusOf(address) !== "None";
}

function statusOf(address: Address): AddressStatus {
    const line = address.addressLine1 ?? "";
    const provoked = Object.entries(labels).find(([, label]) =>
        new RegExp(`\\b${label}\\b`, "i").test(line),
    );
    if (provoked !== undefined) return provoked[0] as AddressStatus;
    const rules = findCountryRules(address.country ?? "");
    if (rules === undefined || line.trim() === "") return "None";
    return findPlaceProblems(address, rules).length === 0 ? "VerifiedShippable" : "None";
}

function addressAnswer(address: Address, uncertain: Uncertain): Record<string, unknown> {
    const status = statusOf(address);
    const original = shortAddress(address);
    const suggested = Array.from({ length: suggestionCounts[status] }, (_, index) =>
        suggestion(original, status, index),
    );
    const message = messages[status];
    return {
        originalAddress: original,
        ...suggestedMember(suggested, uncertain.noSuggestions),
        status: uncertain.addressStatus === "joined" ? status : labels[status],
        ...(message === undefined ? {} : { validationMessage: message }),
    };
}

function suggestedMember(suggested: readonly Address[], none: Uncertain["noSuggestions"]) {
    if (suggested.length > 0 || none === "empty") return { suggestedAddresses: suggested };
    return none === "null" ? { suggestedAddresses: null } : {};
}

function shortAddress(address: Address): Address {
    const { country, city, state, addressLine1, addressLine2, postalCode } = address;
    const members = { country, city, state, addressLine1, addressLine2, postalCode };
    const given = Object.entries(members).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as Address;
}

// The real service completes American postal codes to ZIP+4.
function suggestion(address: Address, status: AddressStatus, index: number): Address {
    const { addressLine1 = "", postalCode = "", country } = address;
    const isShortZip = country?.toUpperCase() === "US" && /^\d{5}$/.test(postalCode);
    const completed = isShortZip
        ? { ...address, postalCode: `${postalCode}-000${index + 1}` }
        : address;
    if (status === "VerifiedShippable" || status === "Verified") return completed;
    return { ...completed, addressLine1: `${index + 1} ${addressLine1}` };
}
