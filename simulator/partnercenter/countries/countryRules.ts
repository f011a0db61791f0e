import { Hono } from "hono";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { ServiceFailure } from "../http/errors";
import { englishOnly, nativeCultures } from "./countryTable";
import { type CountryRules, recordedCountryRules } from "./recordedCountryRules";
import { registrationRulesOf } from "./registrationNumber";

// docs: partner-center-supported-languages-and-locales lists these two without en-US.
const withoutEnglish = ["MZ", "SR"];
const culturesByCountry = readTable();

/** The rules of a country by its ISO 3166-1 alpha-2 code, in any casing. */
export function findCountryRules(country: string): CountryRules | undefined {
    const iso2Code = country.toUpperCase();
    const recorded = recordedCountryRules[iso2Code];
    if (recorded !== undefined) return { iso2Code, ...recorded };
    const cultures = culturesByCountry.get(iso2Code);
    return cultures && derivedRules(iso2Code, cultures);
}

/** `GET /v1/countryvalidationrules/{country}`. */
export function countryRulesRoutes({ settings: { uncertain } }: Service): Hono<Env> {
    return new Hono<Env>().get("/countryvalidationrules/:country", (c) => {
        const rules = findCountryRules(c.req.param("country"));
        if (rules === undefined) {
            throw new ServiceFailure(400, 20000, "Current country not supported");
        }
        return c.json(countryRulesAnswer(rules, uncertain));
    });
}

function readTable(): Map<string, string[]> {
    const rows = nativeCultures.trim().split(/\s+/);
    const native = rows.map((row): [string, string[]] => {
        const [country = "", cultures = ""] = row.split("=");
        const english = withoutEnglish.includes(country) ? [] : ["en-US"];
        return [country, [...cultures.split("/"), ...english]];
    });
    const english = englishOnly.trim().split(/\s+/);
    return new Map([
        ...native,
        ...english.map((country): [string, string[]] => [country, ["en-US"]]),
    ]);
}

function derivedRules(iso2Code: string, cultures: string[]): CountryRules {
    return {
        iso2Code,
        defaultCulture: cultures[0] ?? "en-US",
        isStateRequired: false,
        supportedStatesList: [],
        supportedLanguagesList: [...new Set(cultures.map(languageOf))],
        supportedCulturesList: cultures,
        isPostalCodeRequired: false,
        isCityRequired: true,
        isVatIdSupported: false,
        isTaxIdSupported: false,
        isTaxIdOptional: true,
        countryCallingCodesList: [],
    };
}

function languageOf(culture: string): string {
    return culture.split("-")[0] ?? culture;
}

function countryRulesAnswer(rules: CountryRules, uncertain: Uncertain): Record<string, unknown> {
    if (uncertain.countryRules === "nested") return nestedRules(rules);
    return {
        ...rules,
        ...(uncertain.registrationRules === "present"
            ? registrationRulesOf(rules.iso2Code, uncertain.registrationNumberCountries)
            : {}),
        attributes: { objectType: "CountryValidationRules" },
    };
}

function nestedRules(rules: CountryRules): Record<string, unknown> {
    return {
        iso2Code: rules.iso2Code,
        defaultCulture: rules.defaultCulture,
        isStateRequired: rules.isStateRequired,
        states: { value: rules.supportedStatesList },
        supportedLanguages: { value: rules.supportedLanguagesList },
        supportedCultures: { value: rules.supportedCulturesList },
        isPostalCodeRequired: rules.isPostalCodeRequired,
        postalCodeRegex: rules.postalCodeRegex,
        isCityRequired: rules.isCityRequired,
        phoneNumberRegex: rules.phoneNumberRegex,
        countryCallingCodes: { value: rules.countryCallingCodesList },
        attributes: { objectType: "CountryInformation" },
    };
}
