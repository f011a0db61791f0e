/**
 * Codes on the service's own list of markets that ISO 3166-1 does not have, or has no longer.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-supported-languages-and-locales
 */
const beyondIso = ["AN", "XE", "XJ", "XK", "XS"];

/** What is wrong with a country code, if anything. */
export function countryProblem(country: string): string | undefined {
    const code = country.toUpperCase();
    if (code === "UK") {
        return "the United Kingdom is GB";
    }
    return isoCodes().has(code) || beyondIso.includes(code)
        ? undefined
        : "must be a country's two letters of ISO 3166-1, for example DE or US";
}

let codes: ReadonlySet<string> | undefined;

function isoCodes(): ReadonlySet<string> {
    codes ??= new Set(
        (require("i18n-iso-countries/codes.json") as [alpha2: string][]).map(([alpha2]) => alpha2),
    );
    return codes;
}
