import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "../../harness";
import { reseller } from "./refusal";

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

test("the resellers of a customer are found whatever the casing of the id at its create", async (t) => {
    const simulator = await simulatorFor(t);
    const body = { ...customerBody(), associatedPartnerId: reseller.toUpperCase() };
    const id = await createCustomer(simulator, body);
    const list = await call(simulator, `GET /v1/customers/${id}/relationships`);
    assert.equal(at(list.body, "items.0.id"), reseller);
});
