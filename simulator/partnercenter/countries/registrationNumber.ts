import type { Uncertain } from "../../uncertain";
import { ServiceFailure } from "../http/errors";

type CountryList = Uncertain["registrationNumberCountries"];

const fieldDocumentation =
    "AM AZ BY HU KZ KG MD RU TJ UZ UA BR IN ZA PL AE SA TR TH VN MM IQ SS VE".split(" ");

const countryLists: Record<CountryList, readonly string[]> = {
    fieldDocumentation,
    errorCodes: "AM AZ BY HU IN KZ KG MD RU TJ UZ UA".split(" "),
    portal: [...fieldDocumentation, "CN", "US"],
};

// The identifiers are those of docs: reg-number-id; the service's own expressions are not published.
const forms: Readonly<Record<string, { regex: string; sample: string }>> = {
    BR: { regex: "^\\d{14}$|^\\d{2}\\.\\d{3}\\.\\d{3}/\\d{4}-\\d{2}$", sample: "12345678000195" },
    BY: { regex: "^\\d{9}$", sample: "100582333" },
    KZ: { regex: "^\\d{12}$", sample: "123456789012" },
    PL: { regex: "^\\d{10}$", sample: "1234567890" },
    RU: { regex: "^(\\d{10}|\\d{12})$", sample: "1234567890" },
    UA: { regex: "^(\\d{8}|\\d{10})$", sample: "12345678" },
    US: { regex: "^\\d{2}-?\\d{7}$", sample: "12-3456789" },
};
const anyForm = { regex: "^[A-Za-z0-9][A-Za-z0-9 ./-]{3,29}$", sample: "1234567890" };

/** Whether companies of the country must give a registration number and a phone number. */
export function needsRegistrationNumber(country: string, list: CountryList): boolean {
    return countryLists[list].includes(country);
}

/** What country rules say about it, where they say it (`CustomerService` contract). */
export function registrationRulesOf(country: string, list: CountryList): Record<string, unknown> {
    const required = needsRegistrationNumber(country, list);
    const { regex, sample } = forms[country] ?? anyForm;
    return {
        ...(required
            ? {
                  customerOrganizationRegistrationNumberRegex: regex,
                  customerOrganizationRegistrationNumberSample: sample,
              }
            : {}),
        customerOrganizationRegistrationNumberRequired: required,
        customerOrganizationPhoneNumberRequired: required,
    };
}

/** What the country has against this registration number (docs: error-codes). */
export function findRegistrationNumberFailure(
    country: string,
    given: string | undefined,
    uncertain: Uncertain,
): ServiceFailure | undefined {
    if (!needsRegistrationNumber(country, uncertain.registrationNumberCountries)) {
        return given === undefined || uncertain.registrationNumberElsewhere === "accepted"
            ? undefined
            : failure(600002, `A registration number is not supported in ${country}.`);
    }
    if (given === undefined || given === "") {
        return failure(600049, `A registration number is required in ${country}.`);
    }
    const { regex } = forms[country] ?? anyForm;
    if (new RegExp(regex).test(given)) return undefined;
    return failure(600050, `The registration number does not match the expression ${regex}.`);
}

function failure(code: number, description: string): ServiceFailure {
    return new ServiceFailure(400, code, description, [
        `company_profile.organization_registration_number: ${description}`,
    ]);
}
