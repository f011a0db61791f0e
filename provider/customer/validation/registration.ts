import { isBlank, type Members } from "./members";

/**
 * The countries of which the documentation of the field says that a company gives its registration
 * number and a phone number. The page about error codes lists half of them, the portal two more: so
 * they are good for a warning, and the service's own rules decide.
 *
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources#customercompanyprofile
 */
const documented: ReadonlySet<string> = new Set(
    "AM AZ BY HU KZ KG MD RU TJ UZ UA BR IN ZA PL AE SA TR TH VN MM IQ SS VE".split(" "),
);

/** Only the portal's own table lists these. */
const portalOnly: ReadonlySet<string> = new Set(["CN", "US"]);

const number = "companyProfile.organizationRegistrationNumber";
const phone = "billingProfile.defaultAddress.phoneNumber";

/** What the documentation says, and contradicts, about a country's registration and phone numbers. */
export function registrationAdvice(members: Members): string[] {
    const country = members("billingProfile.defaultAddress.country")?.toUpperCase() ?? "";
    if (country === "") {
        return [];
    }
    if (!documented.has(country)) {
        return isBlank(members(number)) === false && !portalOnly.has(country)
            ? [
                  `${number}: the documentation disagrees whether ${country} takes one. If the service answers 600002, leave it out.`,
              ]
            : [];
    }
    return [
        ...(isBlank(members(number)) === true
            ? [
                  `${number}: companies in ${country} seem to need one; the documentation disagrees with itself. If the service answers 600049, give it.`,
              ]
            : []),
        ...(isBlank(members(phone)) === true
            ? [
                  `${phone}: companies in ${country} seem to need one; the documentation disagrees with itself. If the service answers 600051, give it.`,
              ]
            : []),
    ];
}
