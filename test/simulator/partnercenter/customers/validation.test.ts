import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "../../harness";
import { address, everywhere, type Refusal, reseller, testRefusals } from "./refusal";

const others: Record<string, Refusal> = {
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

testRefusals(others);

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
