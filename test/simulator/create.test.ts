import assert from "node:assert/strict";
import { test } from "node:test";
import type { SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "./harness";

const address = "billingProfile.defaultAddress";
const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";

interface Refusal {
    /** What is changed in a body that breaks no rule: path and value. */
    change: readonly (readonly [string, unknown])[];
    status?: number;
    code: number;
    /** The property named in `data`. */
    property?: string;
    options?: SimulatorOptions;
}

const europe: SimulatorOptions = { partner: { country: "PL" } };
const everywhere: SimulatorOptions = { partner: { region: ["US", "BR", "BY", "MZ", "AZ", "CN"] } };

const refusals: Record<string, Refusal> = {
    "no domain": {
        change: [["companyProfile", undefined]],
        code: 3000,
        property: "company_profile.domain",
    },
    "a prefix of 28 characters": {
        change: [["companyProfile.domain", `${"a".repeat(28)}.onmicrosoft.com`]],
        code: 27002,
        property: "company_profile.domain",
    },
    "a domain of another cloud": {
        change: [["companyProfile.domain", "contoso.partner.onmschina.cn"]],
        code: 27002,
        property: "company_profile.domain",
    },
    "a custom domain": {
        change: [["companyProfile.domain", "contoso.com"]],
        code: 27002,
        property: "company_profile.domain",
    },
    "no e-mail": {
        change: [["billingProfile.email", ""]],
        code: 3000,
        property: "billing_profile.email",
    },
    "something that is no e-mail": {
        change: [["billingProfile.email", "someone"]],
        code: 27002,
        property: "billing_profile.email",
    },
    "Microsoft's e-mail domain": {
        change: [["billingProfile.email", "a@Microsoft.com"]],
        code: 27002,
        property: "billing_profile.email",
    },
    "the partner's own e-mail domain": {
        change: [["billingProfile.email", "a@fabrikam.com"]],
        options: { partner: { domain: "fabrikam.com" } },
        code: 27002,
        property: "billing_profile.email",
    },
    "no culture": {
        change: [["billingProfile.culture", null]],
        code: 3000,
        property: "billing_profile.culture",
    },
    "a culture of another country": {
        change: [["billingProfile.culture", "de-DE"]],
        code: 27002,
        property: "billing_profile.culture",
    },
    "en-US where only pt-PT is supported": {
        change: [[`${address}.country`, "MZ"]],
        options: everywhere,
        code: 27002,
        property: "billing_profile.culture",
    },
    "no language": {
        change: [["billingProfile.language", undefined]],
        code: 3000,
        property: "billing_profile.language",
    },
    "a language of another country, by option": {
        change: [["billingProfile.language", "fr"]],
        options: { uncertain: { unsupportedLanguage: "refused" } },
        code: 27002,
        property: "billing_profile.language",
    },
    "a company name of one character": {
        change: [["billingProfile.companyName", "X"]],
        code: 27002,
        property: "billing_profile.company_name",
    },
    "a company name of special characters": {
        change: [["billingProfile.companyName", "!?--"]],
        code: 27002,
        property: "billing_profile.company_name",
    },
    "a company name of spaces": {
        change: [["billingProfile.companyName", "   "]],
        code: 3000,
        property: "billing_profile.company_name",
    },
    "a company name that is a legal form": {
        change: [["billingProfile.companyName", "L.L.C."]],
        code: 27002,
        property: "billing_profile.company_name",
    },
    "no address": {
        change: [[address, undefined]],
        code: 3000,
        property: "billing_profile.default_address.country",
    },
    "a first name of 51 characters": {
        change: [[`${address}.firstName`, "a".repeat(51)]],
        code: 27002,
        property: "billing_profile.default_address.first_name",
    },
    "no last name": {
        change: [[`${address}.lastName`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.last_name",
    },
    "an address line of 201 characters": {
        change: [[`${address}.addressLine1`, "a".repeat(201)]],
        code: 27002,
        property: "billing_profile.default_address.address_line_1",
    },
    "a second line of 201 characters": {
        change: [[`${address}.addressLine2`, "a".repeat(201)]],
        code: 27002,
        property: "billing_profile.default_address.address_line_2",
    },
    "no city": {
        change: [[`${address}.city`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.city",
    },
    "no state": {
        change: [[`${address}.state`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.state",
    },
    "an unknown state": {
        change: [[`${address}.state`, "ZZ"]],
        code: 27002,
        property: "billing_profile.default_address.state",
    },
    "a region in the United States": {
        change: [[`${address}.region`, "NA"]],
        code: 27002,
        property: "billing_profile.default_address.region",
    },
    "no postal code": {
        change: [[`${address}.postalCode`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.postal_code",
    },
    "a postal code of another form": {
        change: [[`${address}.postalCode`, "9805"]],
        code: 27002,
        property: "billing_profile.default_address.postal_code",
    },
    "a phone number of another form": {
        change: [[`${address}.phoneNumber`, "12"]],
        code: 27002,
        property: "billing_profile.default_address.phone_number",
    },
    "UK, which is GB": { change: [[`${address}.country`, "UK"]], code: 20000 },
    "a country that does not exist": { change: [[`${address}.country`, "QQ"]], code: 20000 },
    "a country in three letters": { change: [[`${address}.country`, "USA"]], code: 20000 },
    "a country of another region": { change: [[`${address}.country`, "DE"]], code: 20000 },
    "a registration number where there is none": {
        change: [["companyProfile.organizationRegistrationNumber", "12"]],
        code: 600002,
    },
    "no registration number where one is needed": {
        change: [[`${address}.country`, "PL"]],
        options: europe,
        code: 600049,
    },
    "a registration number of another form": {
        change: [
            [`${address}.country`, "PL"],
            ["companyProfile.organizationRegistrationNumber", "12"],
        ],
        options: europe,
        code: 600050,
    },
    "no phone number where one is needed": {
        change: [
            [`${address}.country`, "PL"],
            [`${address}.phoneNumber`, ""],
            ["companyProfile.organizationRegistrationNumber", "1234567890"],
        ],
        options: europe,
        code: 600051,
    },
    "no registration number in the United States, by the portal's list": {
        change: [],
        options: { uncertain: { registrationNumberCountries: "portal" } },
        code: 600049,
    },
    "a registration number in Brazil, by the error codes' list": {
        change: [
            [`${address}.country`, "BR"],
            ["companyProfile.organizationRegistrationNumber", "12345678000195"],
        ],
        options: { ...everywhere, uncertain: { registrationNumberCountries: "errorCodes" } },
        code: 600002,
    },
    "a reseller that is not the partner's": {
        change: [["associatedPartnerId", "11111111-2222-3333-4444-555555555555"]],
        code: 800016,
    },
    "a reseller's partner id in the place of its tenant": {
        change: [["associatedPartnerId", "4847383"]],
        code: 800002,
    },
    "a reseller of a direct partner": {
        change: [["associatedPartnerId", reseller]],
        options: { partner: { kind: "direct" } },
        status: 403,
        code: 1002,
    },
    "a password": { change: [["userCredentials", { password: "x" }]], code: 800002 },
    "an object in the place of a text": {
        change: [["billingProfile.email", { address: "x" }]],
        code: 800002,
        property: "body.billingProfile.email",
    },
    "one customer more than the sandbox may have": {
        change: [],
        options: { customerLimit: 0 },
        code: 800018,
    },
};

for (const [what, { change, status, code, property, options }] of Object.entries(refusals)) {
    test(`a create with ${what} is refused`, async (t) => {
        const simulator = await simulatorFor(t, options);
        const body = change.reduce(
            (made, [path, value]) => withMember(made, path, value),
            customerBody(),
        );
        const answer = await call(simulator, "POST /v1/customers", { body });
        assert.deepEqual([answer.status, at(answer.body, "code")], [status ?? 400, code]);
        const lines = at(answer.body, "data") as string[];
        if (property !== undefined) {
            assert.ok(
                lines.some((line) => line.startsWith(`${property}:`)),
                answer.text,
            );
        }
        assert.deepEqual(simulator.customers, []);
    });
}

test("every property at fault is named at once", async (t) => {
    const simulator = await simulatorFor(t);
    const body = { billingProfile: { defaultAddress: { country: "US" } } };
    const answer = await call(simulator, "POST /v1/customers", { body });
    const lines = at(answer.body, "data") as string[];
    const names = lines.map((line) => line.slice(line.lastIndexOf(".", line.indexOf(":")) + 1));
    assert.deepEqual(
        names.map((name) => name.replace(/:.*/, "")),
        [
            "domain",
            "email",
            "culture",
            "language",
            "company_name",
            "first_name",
            "last_name",
            "address_line_1",
            "city",
            "state",
            "postal_code",
        ],
    );
});

const accepted: Record<string, Refusal["change"]> = {
    "a state in small letters": [[`${address}.state`, "wa"]],
    "an empty phone number": [[`${address}.phoneNumber`, ""]],
    "an unknown member": [["billingProfile.colour", "red"]],
    "a number in the place of a text": [[`${address}.postalCode`, 98052]],
    "the credentials of Microsoft's own client": [["userCredentials", null]],
    "a test environment's domain": [["companyProfile.domain", "contoso.ccsctp.net"]],
    "a prefix of 27 characters": [["companyProfile.domain", `${"a".repeat(27)}.onmicrosoft.com`]],
    "a culture with a script": [
        [`${address}.country`, "AZ"],
        ["billingProfile.culture", "AZ-latn-az"],
        ["companyProfile.organizationRegistrationNumber", "1234567890"],
    ],
};

for (const [what, change] of Object.entries(accepted)) {
    test(`a create with ${what} is accepted`, async (t) => {
        const simulator = await simulatorFor(t, everywhere);
        const body = change.reduce(
            (made, [path, value]) => withMember(made, path, value),
            customerBody(),
        );
        await createCustomer(simulator, body);
        assert.equal(simulator.customers.length, 1);
    });
}

test("names are bound in any casing, and the service's own casing is answered", async (t) => {
    const simulator = await simulatorFor(t);
    const body = JSON.parse(
        JSON.stringify(customerBody("Contoso.OnMicrosoft.com"))
            .replace(/"([a-z]\w+)":/g, (_, name: string) => `"${name.toUpperCase()}":`)
            .replace("en-US", "EN-us")
            .replace('"en"', '"En"'),
    );
    const { body: made } = await call(simulator, "POST /v1/customers", { body });
    assert.equal(at(made, "companyProfile.domain"), "contoso.onmicrosoft.com");
    assert.equal(at(made, "billingProfile.culture"), "en-US");
    assert.equal(at(made, "billingProfile.language"), "En");
});

test("ids, links and relationships in a create's body are the service's to give", async (t) => {
    const simulator = await simulatorFor(t);
    const given = "11111111-2222-3333-4444-555555555555";
    const body = {
        ...withMember(customerBody(), "billingProfile.id", given),
        id: given,
        commerceId: given,
        relationshipToPartner: "none",
        allowDelegatedAccess: false,
    };
    const { body: made, text } = await call(simulator, "POST /v1/customers", { body });
    assert.ok(!text.includes(given));
    assert.equal(at(made, "allowDelegatedAccess"), true);
});

test("the password is answered by the create and by nothing else", async (t) => {
    const simulator = await simulatorFor(t);
    const created = await call(simulator, "POST /v1/customers", { body: customerBody() });
    const password = String(at(created.body, "userCredentials.password"));
    assert.equal(at(created.body, "userCredentials.userName"), "admin");
    assert.equal(simulator.customers[0]?.password, password);
    const id = String(at(created.body, "id"));
    for (const path of ["", `/${id}`, `/${id}/profiles/billing`, `/${id}/profiles/company`]) {
        const answer = await call(simulator, `GET /v1/customers${path}`);
        assert.equal(answer.status, 200);
        assert.ok(!answer.text.includes(password), path);
    }
});

test("a customer of a reseller needs an application with a user", async (t) => {
    const simulator = await simulatorFor(t);
    const body = { ...customerBody(), associatedPartnerId: reseller };
    const token = simulator.issueToken({ kind: "app" });
    const refused = await call(simulator, "POST /v1/customers", { body, token });
    assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900329]);
    const made = await call(simulator, "POST /v1/customers", { body });
    assert.equal(made.status, 201);
    assert.equal(at(made.body, "associatedPartnerId"), reseller);
    assert.equal(at(made.body, "relationshipToPartner"), "reseller");
});

for (const [choice, status, code] of [
    ["400-27002", 400, 27002],
    ["400-3000", 400, 3000],
    ["409-3000", 409, 3000],
] as const) {
    test(`a domain that is taken is refused as ${choice}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { domainTaken: choice } });
        simulator.portal.takeDomain("contoso.onmicrosoft.com");
        const body = customerBody("CONTOSO.onmicrosoft.com");
        const answer = await call(simulator, "POST /v1/customers", { body });
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
    });
}

test("enableGDAPByDefault is echoed as given, and left out where it was", async (t) => {
    const simulator = await simulatorFor(t);
    for (const given of [true, false, undefined]) {
        const body = {
            ...customerBody(`gdap${given}.onmicrosoft.com`),
            ...(given === undefined ? {} : { enableGDAPByDefault: given }),
        };
        const { body: made } = await call(simulator, "POST /v1/customers", { body });
        assert.equal(at(made, "enableGDAPByDefault"), given);
        const read = await call(simulator, `GET /v1/customers/${at(made, "id")}`);
        assert.equal(at(read.body, "enableGDAPByDefault"), given);
    }
});

test("how a create is answered can be chosen", async (t) => {
    const simulator = await simulatorFor(t, {
        uncertain: { createStatus: 200, relationshipAfterCreate: "reseller" },
    });
    const answer = await call(simulator, "POST /v1/customers", { body: customerBody() });
    assert.equal(answer.status, 200);
    assert.equal(at(answer.body, "relationshipToPartner"), "reseller");
});

test("a body that is not JSON is refused", async (t) => {
    const simulator = await simulatorFor(t);
    const answer = await call(simulator, "POST /v1/customers", { body: "{" });
    assert.deepEqual([answer.status, at(answer.body, "code")], [400, 800002]);
});

test("the partner's own domain is taken", async (t) => {
    const simulator = await simulatorFor(t);
    const { domain } = simulator.partner;
    assert.equal((await call(simulator, `HEAD /v1/domains/${domain.toUpperCase()}`)).status, 200);
    const refused = await call(simulator, "POST /v1/customers", { body: customerBody(domain) });
    assert.equal(at(refused.body, "code"), 27002);
    const twin = "GET /v1/validations/checkdomainavailability/partner";
    assert.equal((await call(simulator, twin)).body, false);
});

test("the resellers of a customer are found whatever the casing of the id at its create", async (t) => {
    const simulator = await simulatorFor(t);
    const body = { ...customerBody(), associatedPartnerId: reseller.toUpperCase() };
    const id = await createCustomer(simulator, body);
    const list = await call(simulator, `GET /v1/customers/${id}/relationships`);
    assert.equal(at(list.body, "items.0.id"), reseller);
});
