import type { CountryRules } from "../../../partnercenter/countryRules";
import { isBlank, type Members } from "../members";
import { type Findings, together } from "./findings";
import { matches } from "./pattern";

const address = "billingProfile.defaultAddress";

/** What a country has against a customer, by the service's own rules for it. */
export function countryFindings(
    members: Members,
    country: string,
    rules: CountryRules,
): { place: Findings; others: Findings } {
    const problems = (...found: (string | undefined)[]): Findings => ({
        problems: found.filter((problem) => problem !== undefined),
        warnings: [],
    });
    return {
        place: problems(
            rules.isCityRequired === true
                ? missing(members, `${address}.city`, country)
                : undefined,
            regionProblem(members, country, rules),
            stateProblem(members, country, rules),
            postalCodeProblem(members, country, rules),
        ),
        others: together([
            problems(
                phoneProblem(members, country, rules),
                registrationProblem(members, country, rules),
                listProblem(
                    members,
                    "billingProfile.culture",
                    country,
                    rules.supportedCulturesList,
                ),
            ),
            { problems: [], warnings: languageDoubts(members, country, rules) },
        ]),
    };
}

function missing(members: Members, path: string, country: string): string | undefined {
    return isBlank(members(path)) === true ? `${path}: is required in ${country}.` : undefined;
}

/** Beside a list of states, a region is refused as if the state were wrong. Of US addresses it is said offline. */
function regionProblem(
    members: Members,
    country: string,
    { supportedStatesList }: CountryRules,
): string | undefined {
    const path = `${address}.region`;
    return country !== "US" && supportedStatesList.length > 0 && isBlank(members(path)) === false
        ? `${path}: leave it out in ${country}; the state says it all.`
        : undefined;
}

function stateProblem(
    members: Members,
    country: string,
    { isStateRequired, supportedStatesList: states }: CountryRules,
): string | undefined {
    const path = `${address}.state`;
    const oneOf = states.length === 0 ? "" : `; one of ${states.join(", ")}`;
    if (isBlank(members(path)) === true) {
        return isStateRequired === true ? `${path}: is required in ${country}${oneOf}.` : undefined;
    }
    return listProblem(members, path, country, states);
}

function postalCodeProblem(
    members: Members,
    country: string,
    { isPostalCodeRequired, postalCodeRegex }: CountryRules,
): string | undefined {
    const path = `${address}.postalCode`;
    if (isBlank(members(path)) === true) {
        return isPostalCodeRequired === true ? `${path}: is required in ${country}.` : undefined;
    }
    return formProblem(members, path, country, postalCodeRegex);
}

function phoneProblem(members: Members, country: string, rules: CountryRules): string | undefined {
    const path = `${address}.phoneNumber`;
    if (isBlank(members(path)) === true) {
        return rules.customerOrganizationPhoneNumberRequired === true
            ? `${path}: is required in ${country}.`
            : undefined;
    }
    return formProblem(members, path, country, rules.phoneNumberRegex);
}

function registrationProblem(
    members: Members,
    country: string,
    rules: CountryRules,
): string | undefined {
    const path = "companyProfile.organizationRegistrationNumber";
    const sample = rules.customerOrganizationRegistrationNumberSample;
    const example = sample === undefined ? "" : `, for example ${sample}`;
    if (members(path) === "") {
        return rules.customerOrganizationRegistrationNumberRequired === true
            ? `${path}: is required in ${country}${example}.`
            : undefined;
    }
    const regex = rules.customerOrganizationRegistrationNumberRegex;
    return formProblem(members, path, country, regex, example);
}

/** Languages are compared softly: the documentation's two letters are not what every list holds. */
function languageDoubts(members: Members, country: string, rules: CountryRules): string[] {
    const path = "billingProfile.language";
    const languages = rules.supportedLanguagesList;
    return listProblem(members, path, country, languages) === undefined
        ? []
        : [
              `${path}: is none of those that Partner Center lists for ${country}: ${languages.join(", ")}. It may be refused.`,
          ];
}

function listProblem(
    members: Members,
    path: string,
    country: string,
    list: readonly string[],
): string | undefined {
    const value = members(path);
    const isKnown = list.some((item) => item.toLowerCase() === value?.toLowerCase());
    return isBlank(value) !== false || list.length === 0 || isKnown
        ? undefined
        : `${path}: must be one of those that Partner Center supports in ${country}: ${list.join(", ")}.`;
}

function formProblem(
    members: Members,
    path: string,
    country: string,
    regex: string | undefined,
    example = "",
): string | undefined {
    const value = members(path);
    return value === undefined || matches(regex, value)
        ? undefined
        : `${path}: must have the form that Partner Center asks for in ${country}, ${regex}${example}.`;
}
