import type { Settings } from "../../settings";
import { findAddressProblems } from "../countries/addressRules";
import { findCountryRules } from "../countries/countryRules";
import type { CountryRules } from "../countries/recordedCountryRules";
import {
    findRegistrationNumberFailure,
    needsRegistrationNumber,
} from "../countries/registrationNumber";
import { ServiceFailure } from "../http/errors";
import { invalid, missing, type Problem, refuse } from "../http/problem";
import { findNameProblem } from "./names";
import type { BillingProfile } from "./shapes";

/**
 * Refuses a billing profile as a create or an update would.
 *
 * @param others Problems found elsewhere in the same request.
 * @throws ServiceFailure 400 that names every property at fault, or says that the country is not
 *     supported or asks for a phone number.
 */
export function checkBillingProfile(
    profile: BillingProfile,
    settings: Settings,
    others: readonly Problem[] = [],
): void {
    const rules = checkCountry(profile, settings);
    refuse([
        ...others,
        ...findProfileProblems(profile, rules, settings),
        ...findAddressProblems(profile.defaultAddress ?? {}, rules),
    ]);
    checkPhone(profile, settings);
}

/** @throws ServiceFailure 400 where the country asks for another registration number. */
export function checkRegistrationNumber(
    profile: BillingProfile,
    registrationNumber: string | undefined,
    settings: Settings,
): void {
    const country = profile.defaultAddress?.country?.toUpperCase() ?? "";
    const failure = findRegistrationNumberFailure(country, registrationNumber, settings.uncertain);
    if (failure !== undefined) throw failure;
}

function checkCountry(profile: BillingProfile, settings: Settings): CountryRules {
    const country = profile.defaultAddress?.country ?? "";
    if (country === "") refuse([missing("billing_profile.default_address.country")]);
    const rules = country.length === 2 ? findCountryRules(country) : undefined;
    if (rules === undefined || !settings.partner.region.includes(rules.iso2Code)) {
        throw new ServiceFailure(
            400,
            20000,
            `Current country not supported: the partner is not authorised to sell in ${country}.`,
            [`billing_profile.default_address.country:  ${country}`],
        );
    }
    return rules;
}

function checkPhone({ defaultAddress = {} }: BillingProfile, { uncertain }: Settings): void {
    const { country = "", phoneNumber = "" } = defaultAddress;
    const list = uncertain.registrationNumberCountries;
    if (phoneNumber !== "" || !needsRegistrationNumber(country.toUpperCase(), list)) return;
    throw new ServiceFailure(400, 600051, `A phone number is required in ${country}.`, [
        `billing_profile.default_address.phone_number:  a phone number is required in ${country}`,
    ]);
}

function findProfileProblems(
    { email = "", culture = "", language = "", companyName = "" }: BillingProfile,
    rules: CountryRules,
    { partner, uncertain }: Settings,
): Problem[] {
    const strictLanguage = uncertain.unsupportedLanguage === "refused";
    return [
        findEmailProblem(email, partner.domain),
        culture === "" ? missing("billing_profile.culture") : undefined,
        culture !== "" && !includes(rules.supportedCulturesList, culture)
            ? invalid("billing_profile.culture", `CultureInvalid - ${culture}`)
            : undefined,
        language === "" ? missing("billing_profile.language") : undefined,
        strictLanguage && language !== "" && !includes(rules.supportedLanguagesList, language)
            ? invalid("billing_profile.language", `LanguageInvalid - ${language}`)
            : undefined,
        findNameProblem(companyName),
    ].filter((problem) => problem !== undefined);
}

// docs: validate-names-addresses forbids Microsoft's domain and the partner's own.
function findEmailProblem(email: string, partnerDomain: string): Problem | undefined {
    const property = "billing_profile.email";
    if (email === "") return missing(property);
    const domain = /^[^\s@]+@([^\s@]+\.[^\s@.]+)$/.exec(email)?.[1]?.toLowerCase();
    if (domain === undefined) return invalid(property, "EmailInvalid - not an e-mail address");
    if (domain === "microsoft.com" || domain === partnerDomain) {
        return invalid(property, `EmailInvalid - the domain ${domain} is not allowed`);
    }
    return undefined;
}

function includes(list: readonly string[], value: string): boolean {
    return list.some((item) => item.toLowerCase() === value.toLowerCase());
}
