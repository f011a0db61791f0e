import assert from "node:assert/strict";
import { test } from "node:test";
import { findCountryRules } from "../../simulator/partnercenter/countries/countryRules";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const good = {
    addressLine1: "One Microsoft Way",
    city: "Redmond",
    state: "WA",
    postalCode: "98052",
    country: "US",
};

const addresses: readonly [object, string, number][] = [
    [{}, "VerifiedShippable", 1],
    [{ country: "us", state: "wa" }, "VerifiedShippable", 1],
    [{ addressLine1: "1 Verified Street" }, "Verified", 1],
    [{ addressLine1: "1 Interaction Required Street" }, "InteractionRequired", 1],
    [{ addressLine1: "1 STREET PARTIAL Road" }, "StreetPartial", 3],
    [{ addressLine1: "1 Premises Partial Road" }, "PremisesPartial", 3],
    [{ addressLine1: "1 Multiple Road" }, "Multiple", 3],
    [{ addressLine1: "1 None Road" }, "None", 0],
    [{ addressLine1: "1 Not Validated Road" }, "NotValidated", 0],
    [{ addressLine1: "1 Unverifiedly Nonesuch Road" }, "VerifiedShippable", 1],
    [{ state: "ZZ" }, "None", 0],
    [{ state: undefined }, "None", 0],
    [{ postalCode: "9" }, "None", 0],
    [{ city: "" }, "None", 0],
    [{ country: "QQ" }, "None", 0],
    [{ addressLine1: undefined }, "None", 0],
    [{ country: "FR", state: "Île-de-France" }, "VerifiedShippable", 1],
];

for (const [change, status, suggestions] of addresses) {
    test(`an address with ${JSON.stringify(change)} is ${status}`, async (t) => {
        const simulator = await simulatorFor(t);
        const body = { ...good, ...change };
        const answer = await call(simulator, "POST /v1/validations/address", { body });
        assert.equal(answer.status, 200);
        assert.equal(at(answer.body, "status"), status);
        assert.equal((at(answer.body, "suggestedAddresses") as unknown[]).length, suggestions);
        assert.deepEqual(at(answer.body, "originalAddress"), JSON.parse(JSON.stringify(body)));
    });
}

test("a verified American address is completed to ZIP+4", async (t) => {
    const simulator = await simulatorFor(t);
    const { body } = await call(simulator, "POST /v1/validations/address", { body: good });
    assert.deepEqual(at(body, "suggestedAddresses.0"), { ...good, postalCode: "98052-0001" });
});

test("a status can be spelt with spaces, and no suggestion be null or absent", async (t) => {
    const nowhere = { ...good, addressLine1: "1 Not Validated Road" };
    for (const [noSuggestions, expected] of [
        ["null", null],
        ["absent", undefined],
    ] as const) {
        const uncertain = { addressStatus: "spaced", noSuggestions } as const;
        const simulator = await simulatorFor(t, { uncertain });
        const answer = await call(simulator, "POST /v1/validations/address", { body: nowhere });
        assert.equal(at(answer.body, "status"), "Not validated");
        assert.equal(at(answer.body, "suggestedAddresses"), expected);
    }
});

test("HEAD of a domain is 200 where it is taken, in any casing, and 404 where not", async (t) => {
    const simulator = await simulatorFor(t);
    await createCustomer(simulator);
    simulator.portal.takeDomain("foreign.onmicrosoft.com");
    for (const [domain, status, isAvailable] of [
        ["contoso", 200, false],
        ["CONTOSO", 200, false],
        ["foreign", 200, false],
        ["free", 404, true],
    ] as const) {
        const head = await call(simulator, `HEAD /v1/domains/${domain}.onmicrosoft.com`);
        assert.deepEqual([head.status, head.text], [status, ""]);
        const path = `/v1/validations/checkdomainavailability/${domain}`;
        assert.equal((await call(simulator, `GET ${path}`)).body, isAvailable);
    }
});

test("country rules are flat, or nested as in the old documentation", async (t) => {
    const flat = await simulatorFor(t);
    const { body } = await call(flat, "GET /v1/countryvalidationrules/pt");
    assert.deepEqual(body, {
        iso2Code: "PT",
        defaultCulture: "pt-PT",
        isStateRequired: false,
        supportedStatesList: [],
        supportedLanguagesList: ["en", "pt-PT"],
        supportedCulturesList: ["pt-PT", "en-US"],
        isPostalCodeRequired: true,
        postalCodeRegex: "^\\d{4}(-\\d{3})?$",
        isCityRequired: true,
        isVatIdSupported: true,
        isTaxIdSupported: false,
        isTaxIdOptional: true,
        countryCallingCodesList: ["351"],
        attributes: { objectType: "CountryValidationRules" },
    });
    const nested = await simulatorFor(t, { uncertain: { countryRules: "nested" } });
    const old = await call(nested, "GET /v1/countryvalidationrules/US");
    assert.equal((at(old.body, "states.value") as unknown[]).length, 51);
    assert.deepEqual(at(old.body, "supportedCultures.value"), ["en-US", "es-US"]);
});

test("country rules tell about the registration number only by option", async (t) => {
    const member = "customerOrganizationRegistrationNumberRequired";
    for (const [registrationRules, expected] of [
        ["absent", undefined],
        ["present", true],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { registrationRules } });
        const { body } = await call(simulator, "GET /v1/countryvalidationrules/PL");
        assert.equal(at(body, member), expected);
    }
});

test("a country without rules is refused", async (t) => {
    const simulator = await simulatorFor(t);
    for (const country of ["UK", "CU", "X"]) {
        const answer = await call(simulator, `GET /v1/countryvalidationrules/${country}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [400, 20000]);
    }
});

const cultures: Record<string, readonly string[]> = {
    BE: ["fr-BE", "nl-BE", "en-US"],
    MZ: ["pt-PT"],
    SR: ["nl-NL"],
    AZ: ["az-Latn-AZ", "en-US"],
    ES: ["es-ES", "ca-ES", "eu-ES", "gl-ES", "en-US"],
    AQ: ["en-US"],
};

for (const [country, expected] of Object.entries(cultures)) {
    test(`the cultures of ${country} are ${expected.join(", ")}`, () => {
        const rules = findCountryRules(country);
        assert.deepEqual(rules?.supportedCulturesList, expected);
        assert.equal(rules?.defaultCulture, expected[0]);
    });
}

test("an indirect provider lists its resellers, also by the name partnerId", async (t) => {
    const path = "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf";
    for (const resellerIdName of ["mpnId", "partnerId"] as const) {
        const simulator = await simulatorFor(t, { uncertain: { resellerIdName } });
        const { body } = await call(simulator, `GET ${path}`);
        assert.equal(at(body, `items.0.${resellerIdName}`), "4847383");
    }
    const direct = await simulatorFor(t, { partner: { kind: "direct" } });
    const refused = await call(direct, `GET ${path}`);
    assert.deepEqual([refused.status, at(refused.body, "code")], [403, 1002]);
});

test("resellers are filtered by the beginning of their name only", async (t) => {
    const simulator = await simulatorFor(t);
    const path = "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf";
    for (const [field, value, status, count] of [
        ["Name", "relec", 200, 1],
        ["Name", "cloud", 200, 0],
        ["MpnId", "48", 400, undefined],
    ] as const) {
        const filter = JSON.stringify({ Field: field, Value: value, Operator: "starts_with" });
        const answer = await call(simulator, `GET ${path}&filter=${encodeURIComponent(filter)}`);
        assert.equal(answer.status, status);
        assert.equal(at(answer.body, "totalCount"), count);
    }
});

test("a relationship that this partner cannot have is refused", async (t) => {
    const simulator = await simulatorFor(t);
    for (const query of ["", "?relationship_type=IsIndirectResellerOf"]) {
        assert.equal((await call(simulator, `GET /v1/relationships${query}`)).status, 400);
    }
});

test("a customer's relationships name its reseller and no other", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const none = await call(simulator, `GET /v1/customers/${id}/relationships`);
    assert.deepEqual(at(none.body, "items"), []);
    const resold = await createCustomer(simulator, {
        ...customerBody("resold.onmicrosoft.com"),
        associatedPartnerId: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
    });
    const one = await call(simulator, `GET /v1/customers/${resold}/relationships`);
    assert.equal(at(one.body, "totalCount"), 1);
    assert.equal(at(one.body, "items.0.name"), "ReleCloud");
});

test("the link for a relationship exists except for the US government's cloud", async (t) => {
    for (const [cloud, status] of [
        ["global", 200],
        ["china", 200],
        ["usGov", 400],
    ] as const) {
        const simulator = await simulatorFor(t, { cloud });
        const answer = await call(simulator, "GET /v1/customers/relationshiprequests");
        assert.equal(answer.status, status);
        if (status === 200) assert.match(String(at(answer.body, "url")), /DAP=false/);
    }
});
