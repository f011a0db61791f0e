import type { Address } from "../customers/shapes";
import { invalid, missing, type Problem } from "../http/problem";
import type { CountryRules } from "./recordedCountryRules";

// docs: utility-resources, Address.
const lengths: readonly (readonly [keyof Address, number])[] = [
    ["firstName", 50],
    ["lastName", 50],
    ["addressLine1", 200],
    ["addressLine2", 200],
];
const alwaysRequired = ["firstName", "lastName", "addressLine1"] as const;

/** What a country has against an address. */
export function findAddressProblems(address: Address, rules: CountryRules): Problem[] {
    return [
        ...alwaysRequired.filter((name) => isEmpty(address[name])).map((name) => missingIn(name)),
        ...lengths
            .filter(([name, length]) => (address[name]?.length ?? 0) > length)
            .map(([name, length]) => invalidIn(name, `TooLong - at most ${length} characters`)),
        ...findPlaceProblems(address, rules),
        ...findPhoneProblems(address, rules),
    ];
}

/** What is wrong with city, state and postal code, which is all that an address check looks at. */
export function findPlaceProblems(address: Address, rules: CountryRules): Problem[] {
    return [
        ...(rules.isCityRequired && isEmpty(address.city) ? [missingIn("city")] : []),
        ...findStateProblems(address, rules),
        ...findPostalCodeProblems(address.postalCode, rules),
    ];
}

function findStateProblems(address: Address, rules: CountryRules): Problem[] {
    const { state, region } = address;
    const states = rules.supportedStatesList;
    // A region next to a state list made the real service answer StateInvalid.
    if (!isEmpty(region) && states.length > 0)
        return [invalidIn("region", "StateInvalid - Region")];
    if (isEmpty(state)) return rules.isStateRequired ? [missingIn("state")] : [];
    const isKnown = states.length === 0 || states.includes(state.toUpperCase());
    return isKnown ? [] : [invalidIn("state", `StateInvalid - ${state}`)];
}

function findPostalCodeProblems(postalCode: string | undefined, rules: CountryRules): Problem[] {
    if (isEmpty(postalCode)) return rules.isPostalCodeRequired ? [missingIn("postal_code")] : [];
    return new RegExp(rules.postalCodeRegex ?? "").test(postalCode)
        ? []
        : [invalidIn("postal_code", `PostalCodeInvalid - ${postalCode}`)];
}

function findPhoneProblems(
    { phoneNumber }: Address,
    { phoneNumberRegex }: CountryRules,
): Problem[] {
    if (isEmpty(phoneNumber) || new RegExp(phoneNumberRegex ?? "").test(phoneNumber)) return [];
    return [invalidIn("phone_number", `PhoneNumberInvalid - ${phoneNumber}`)];
}

function isEmpty(value: string | undefined): value is undefined | "" {
    return value === undefined || value.trim() === "";
}

function missingIn(name: string): Problem {
    return missing(`billing_profile.default_address.${snakeCase(name)}`);
}

function invalidIn(name: string, message: string): Problem {
    return invalid(`billing_profile.default_address.${snakeCase(name)}`, message);
}

function snakeCase(name: string): string {
    return name.replace(/([A-Z]|\d+)/g, (part) => `_${part.toLowerCase()}`);
}
