import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { inputsWith, someInputs } from "../provider/fixtures";
import { type Customer, Judges } from "./judges";

const number = "companyProfile.organizationRegistrationNumber";
const phone = "billingProfile.defaultAddress.phoneNumber";
const domain = "companyProfile.domain";

const brazilian = { country: "BR", city: "São Paulo", state: "São Paulo", postalCode: "01310-100" };
const inBrazil = { culture: "pt-BR", language: "pt" };
const german = { country: "DE", city: "München", state: undefined, postalCode: "80807" };

/** What a service like the simulator's default refuses, and a preview cannot be sure of. */
const undecided: [title: string, customer: Customer, warned: string[], refusal: RegExp][] = [
    [
        "a registration number that only the service knows to be needed",
        withNumber(undefined, inputsWith(inBrazil, { ...brazilian, phoneNumber: "1155550101" })),
        [number],
        /600049/,
    ],
    [
        "a phone number that only the service knows to be needed",
        withNumber("12345678000195", inputsWith(inBrazil, brazilian)),
        [phone],
        /600051/,
    ],
    [
        "a registration number where the service takes none",
        withNumber("HRB 12345", inputsWith({ culture: "de-DE" }, german)),
        [number],
        /600002/,
    ],
    [
        "the form of a registration number that only the service knows",
        withNumber("1", inputsWith(inBrazil, { ...brazilian, phoneNumber: "1155550101" })),
        [],
        /600050/,
    ],
    [
        "a domain that is no initial one in any environment that is known",
        someInputs({ companyProfile: { domain: "contoso.com" } }),
        [domain],
        /DomainInvalid/,
    ],
    [
        "a billing address in the partner's own domain",
        inputsWith({ email: "someone@partner.onmicrosoft.com" }),
        [],
        /EmailInvalid/,
    ],
    [
        "a country outside the partner's sales region",
        inputsWith({ culture: "en-NZ" }, { ...german, country: "NZ", postalCode: "1010" }),
        [],
        /20000/,
    ],
];

describe("a preview cannot be sure of", () => {
    let judges: Judges;
    before(async () => {
        judges = await Judges.start({ partner: { region: ["US", "BR", "DE"] } });
    });
    after(() => judges.simulator.close());

    for (const [index, [title, customer, warned, refusal]] of undecided.entries()) {
        it(`${title}: that blocks nothing`, async () => {
            const own = withOwnDomain(customer, index);
            const { problems, warnings } = await judges.preview(own);
            assert.deepEqual(problems, []);
            assert.deepEqual(
                warnings.map((warning) => warning.split(": ")[1]),
                warned,
            );
            assert.match((await judges.creation(own)) ?? "it was created", refusal);
        });
    }

    it("the domain of one's own customer: the same request may bring that one back", async () => {
        const customer = withOwnDomain(someInputs(), 99);
        assert.equal(await judges.creation(customer), undefined);
        const { problems, warnings } = await judges.preview(customer);
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /domain: belongs to your customer .* existingCustomerId/);
    });
});

function withNumber(organizationRegistrationNumber: string | undefined, customer: Customer) {
    return {
        ...customer,
        companyProfile: {
            ...customer.companyProfile,
            ...(organizationRegistrationNumber !== undefined && { organizationRegistrationNumber }),
        },
    };
}

function withOwnDomain(customer: Customer, index: number): Customer {
    const { companyProfile } = customer;
    const isPlain = companyProfile.domain.endsWith(".onmicrosoft.com");
    const own = isPlain ? `undecided${index}.onmicrosoft.com` : companyProfile.domain;
    return { ...customer, companyProfile: { ...companyProfile, domain: own } };
}
