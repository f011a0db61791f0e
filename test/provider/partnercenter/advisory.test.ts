import assert from "node:assert/strict";
import { before, describe, it, type TestContext } from "node:test";
import { openPartnerCenter } from "../../../provider";
import type { PartnerCenter } from "../../../provider/partnercenter/client";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator";
import { certificateFolder, trustedCertificate } from "./trust";

before(async () => {
    await trustedCertificate();
});

const address = {
    addressLine1: "One Microsoft Way",
    city: "Redmond",
    state: "WA",
    postalCode: "98052",
    country: "US",
};

describe("the rules of a country", () => {
    for (const countryRules of ["flat", "nested"] as const) {
        it(`are read ${countryRules}`, async (t) => {
            const { client } = await partner(t, { uncertain: { countryRules } });
            const rules = await client.getCountryRules("PT");
            assert.deepEqual(rules.supportedLanguagesList, ["en", "pt-PT"]);
            assert.deepEqual(rules.supportedCulturesList, ["pt-PT", "en-US"]);
            assert.deepEqual(rules.supportedStatesList, []);
            assert.equal(rules.postalCodeRegex, "^\\d{4}(-\\d{3})?$");
            assert.equal(rules.isCityRequired, true);
            assert.equal("phoneNumberRegex" in rules, false);
        });
    }

    it("may tell about the registration number", async (t) => {
        const { client } = await partner(t, { uncertain: { registrationRules: "present" } });
        const rules = await client.getCountryRules("PL");
        assert.equal(rules.customerOrganizationRegistrationNumberRequired, true);
        assert.equal(rules.customerOrganizationRegistrationNumberRegex, "^\\d{10}$");
    });

    it("of a country without any are a refusal", async (t) => {
        const { client } = await partner(t);
        await assert.rejects(client.getCountryRules("SY"), /rules of the country SY.*code 20000/);
    });
});

describe("whether an address exists", () => {
    for (const addressStatus of ["joined", "spaced"] as const) {
        for (const noSuggestions of ["empty", "null", "absent"] as const) {
            it(`is read, with the status ${addressStatus} and no suggestion ${noSuggestions}`, async (t) => {
                const { client } = await partner(t, {
                    uncertain: { addressStatus, noSuggestions },
                });
                const nowhere = { ...address, addressLine1: "1 Not Validated Road" };
                const answer = await client.validateAddress(nowhere);
                assert.equal(answer.status, "NotValidated");
                assert.deepEqual(answer.suggestedAddresses, []);
            });
        }
    }

    it("is asked with the six members that are asked for", async (t) => {
        const { client, simulator } = await partner(t);
        const contact = { ...address, firstName: "Ada", phoneNumber: "4255550101" };
        await client.validateAddress(contact);
        const asked = simulator.requests.find(({ path }) => path.endsWith("/address"));
        assert.deepEqual(asked?.body, address);
    });

    it("was a refusal once", async (t) => {
        const { client, simulator } = await partner(t);
        const description = JSON.stringify({ code: "60071", reason: "ZipCityInvalid - no" });
        simulator.misbehave({
            on: { path: "/v1/validations/address" },
            status: 400,
            body: { code: 2007, description, data: [], source: "PartnerFD" },
        });
        const answer = await client.validateAddress(address);
        assert.equal(answer.status, "None");
        assert.equal(answer.validationMessage, "ZipCityInvalid - no");
    });
});

describe("the resellers of a partner", () => {
    it("are listed for an application with a user", async (t) => {
        const { client } = await partner(t);
        const names = (await client.getIndirectResellers()).map(({ name }) => name);
        assert.deepEqual(names, ["First Up Consultants", "ReleCloud"]);
    });

    it("are refused to a partner who can have none", async (t) => {
        const { client } = await partner(t, { partner: { kind: "direct" } });
        await assert.rejects(client.getIndirectResellers(), /code 1002/);
    });
});

async function partner(
    t: TestContext,
    options: SimulatorOptions = {},
): Promise<{ simulator: Simulator; client: PartnerCenter }> {
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    const accessToken = simulator.issueToken({ kind: "appAndUser", mfa: true });
    const partnerCenter = await openPartnerCenter({ apiUrl: simulator.apiUrl, accessToken });
    return { simulator, client: partnerCenter.begin() };
}
