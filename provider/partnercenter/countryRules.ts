import type { Open } from "./types";

/**
 * What a country asks of a customer, as the service tells it. A member that the service leaves out
 * says nothing; a list that it leaves out is empty.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-market-specific-validation-data
 */
export interface CountryRules extends Open {
    /** ISO 3166-1 code of two letters. */
    iso2Code?: string;
    /** A culture for customers who do not care. */
    defaultCulture?: string;
    isCityRequired?: boolean;
    isStateRequired?: boolean;
    /** Empty where a state is free text, or there is none. */
    supportedStatesList: string[];
    isPostalCodeRequired?: boolean;
    /** In the flavour of .NET. */
    postalCodeRegex?: string;
    /** In the flavour of .NET; many countries have none. */
    phoneNumberRegex?: string;
    supportedCulturesList: string[];
    supportedLanguagesList: string[];
    countryCallingCodesList: string[];
    /** The service's contract names these; not every answer has them. */
    customerOrganizationRegistrationNumberRequired?: boolean;
    customerOrganizationRegistrationNumberRegex?: string;
    customerOrganizationRegistrationNumberSample?: string;
    customerOrganizationPhoneNumberRequired?: boolean;
}

/** Each list, and the name under which the documentation's first sample nests it. */
const lists = {
    supportedStatesList: "states",
    supportedCulturesList: "supportedCultures",
    supportedLanguagesList: "supportedLanguages",
    countryCallingCodesList: "countryCallingCodes",
} as const;

const switches = [
    "isCityRequired",
    "isStateRequired",
    "isPostalCodeRequired",
    "customerOrganizationRegistrationNumberRequired",
    "customerOrganizationPhoneNumberRequired",
] as const;

const texts = [
    "iso2Code",
    "defaultCulture",
    "postalCodeRegex",
    "phoneNumberRegex",
    "customerOrganizationRegistrationNumberRegex",
    "customerOrganizationRegistrationNumberSample",
] as const;

/** Country rules from an answer in camelCase; what has another type than expected is left out. */
export function readCountryRules(answer: unknown): CountryRules {
    const given = typeof answer === "object" && answer !== null ? (answer as Open) : {};
    const { ...others } = given;
    for (const name of [...switches, ...texts]) {
        if (typeof given[name] !== (switches.includes(name as never) ? "boolean" : "string")) {
            delete others[name];
        }
    }
    return {
        ...others,
        ...(Object.fromEntries(
            Object.entries(lists).map(([name, nested]) => [
                name,
                textsOf(given[name] ?? given[nested]),
            ]),
        ) as Record<keyof typeof lists, string[]>),
    };
}

function textsOf(list: unknown): string[] {
    const items = Array.isArray(list) ? list : (list as { value?: unknown } | undefined)?.value;
    return Array.isArray(items) ? items.filter((item) => typeof item === "string") : [];
}
