import fc from "fast-check";
import { findCountryRules } from "../../simulator/partnercenter/countries/countryRules";
import type { Customer } from "./judges";

/** Countries with states, with forms, with scripts, without en-US, and with registration numbers. */
export const countries = [
    ..."US CA CN GB DE PT MZ SR RS AZ CH SG BR PL RU UA BY KZ IN AE JP NG".split(" "),
] as const;

/** Texts around every rule that has anything to do with a member. */
const around = {
    domain: fc.oneof(
        { weight: 6, arbitrary: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?$/) },
        fc.stringMatching(/^[a-z0-9-]{25,30}$/),
        fc.constantFrom("taken", "", "a b", "ä", "a_b", "-a", "a-", "A", "a.b"),
    ),
    suffix: fc.oneof(
        { weight: 8, arbitrary: fc.constant(".onmicrosoft.com") },
        fc.constantFrom(".OnMicrosoft.com", ".ccsctp.net", ".partner.onmschina.cn", ""),
    ),
    email: fc.oneof(
        { weight: 6, arbitrary: fc.constant("billing@contoso.com") },
        fc.constantFrom(
            "",
            "a",
            "a@b",
            "a b@c.de",
            "a@MICROSOFT.com",
            "ü@ü.de",
            "a@b@c.de",
            "@c.de",
        ),
    ),
    companyName: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom("Contoso Ltd.", "3M", "株式会社", "Å Ä") },
        fc.constantFrom("", " ", "X", "株", "&$^#", "llc", "Inc.", "L. L. C.", "Pty  Ltd", "1 2 3"),
        fc.string({ maxLength: 3 }),
    ),
    required: (length: number) =>
        fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom("Ada", "Ünal", "x".repeat(length)) },
            fc.constantFrom("", "  ", "x".repeat(length + 1), undefined),
        ),
    city: fc.oneof(
        { weight: 8, arbitrary: fc.constant("Redmond") },
        fc.constantFrom("", " ", undefined),
    ),
    region: fc.oneof(
        { weight: 8, arbitrary: fc.constant(undefined) },
        fc.constantFrom("NA", "", " "),
    ),
};

/** Customers of whom about every second one has something wrong. */
export const customers: fc.Arbitrary<Customer> = fc
    .tuple(
        fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom(...countries) },
            fc.constantFrom("UK", "USA", "ZZ", "SY", "", "us", "de"),
        ),
        fc.integer({ min: 0, max: 99 }),
    )
    .chain(([country, dice]) => {
        const rules = findCountryRules(country);
        const states = rules?.supportedStatesList ?? [];
        const cultures = rules?.supportedCulturesList ?? ["en-US"];
        const good = sampleOf(country);
        const mostly = <Value>(value: Value, ...others: Value[]) =>
            fc.oneof({ weight: 10, arbitrary: fc.constant(value) }, fc.constantFrom(...others));
        return fc.record({
            companyProfile: fc.record({
                domain: fc
                    .tuple(around.domain, around.suffix)
                    .map(([prefix, suffix]) => `${prefix}${suffix}`),
                organizationRegistrationNumber: mostly(
                    good.number,
                    undefined,
                    "",
                    "1",
                    "1".repeat(31),
                ),
            }),
            billingProfile: fc.record({
                email: around.email,
                culture: mostly(
                    cultures[dice % cultures.length] ?? "en-US",
                    ...["en-us", "xx-XX", "en", "en_US", "", "pt-PT"],
                ),
                language: mostly("en", "de", "pt-PT"),
                companyName: around.companyName,
                defaultAddress: fc.record({
                    country: fc.constant(country),
                    region: around.region,
                    city: around.city,
                    state: mostly(
                        states[dice % (states.length || 1)],
                        undefined,
                        "",
                        "wa",
                        "Washington",
                    ),
                    addressLine1: around.required(200),
                    addressLine2: mostly(undefined, "", "x".repeat(200), "x".repeat(201)),
                    postalCode: mostly(
                        good.postalCode,
                        undefined,
                        "",
                        " ",
                        "9",
                        "98052",
                        "98052-1",
                    ),
                    firstName: around.required(50),
                    middleName: mostly(undefined, "", "King"),
                    lastName: around.required(50),
                    phoneNumber: mostly(good.phone, undefined, "", "1", "(425) 555-0101"),
                }),
            }),
            associatedPartnerId: mostly(
                undefined,
                "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
                "0f1e2d3c-4b5a-4697-8877-665544332211",
                "4847383",
            ),
            enableGDAPByDefault: fc.constantFrom(undefined, true, false),
        }) as fc.Arbitrary<Customer>;
    });

/** Values that the country's rules let pass. */
function sampleOf(country: string) {
    const postalCodes: Record<string, string> = {
        US: "98052",
        CA: "M5J 0E7",
        CN: "200241",
        GB: "SW1A 2AA",
        DE: "80807",
        PT: "1990-110",
    };
    const numbers: Record<string, string> = {
        BR: "12345678000195",
        PL: "1234567890",
        RU: "1234567890",
        UA: "12345678",
        BY: "100582333",
        KZ: "123456789012",
        IN: "36AABCU9603R1ZM",
        AE: "100123456700003",
        AZ: "1234567891",
    };
    return {
        postalCode: postalCodes[country],
        number: numbers[country],
        phone: numbers[country] === undefined ? undefined : "4255550101",
    };
}
