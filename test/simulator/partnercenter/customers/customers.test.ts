import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "../../harness";

const unknownId = "11111111-2222-3333-4444-555555555555";

for (const [what, path, status, code] of [
    ["no such customer", `/v1/customers/${unknownId}`, 404, 60003],
    ["an id that is no GUID", "/v1/customers/contoso", 400, 900118],
    [
        "no such customer's billing profile",
        `/v1/customers/${unknownId}/profiles/billing`,
        404,
        60003,
    ],
    ["no such customer's subscriptions", `/v1/customers/${unknownId}/subscriptions`, 404, 60003],
] as const) {
    test(`reading ${what} gets ${status} with code ${code}`, async (t) => {
        const simulator = await simulatorFor(t);
        const answer = await call(simulator, `GET ${path}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
    });
}

test("paths are read in any casing and with a slash at the end", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `GET /v1/Customers/${id.toUpperCase()}/`)).status, 200);
    assert.equal((await call(simulator, `GET /v2/customers/${id}`)).status, 404);
});

test("PATCH of anything else is refused", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    for (const body of [{}, { relationshipToPartner: "reseller" }, { companyProfile: {} }]) {
        assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 400);
    }
});

test("what people change in the portal is what is read afterwards", async (t) => {
    const simulator = await simulatorFor(t);
    const { portal } = simulator;
    const id = await createCustomer(simulator);
    const read = async () => (await call(simulator, `GET /v1/customers/${id}`)).body;
    const etag = at(await read(), "billingProfile.attributes.etag");
    portal.changeBillingProfile(id, {
        email: "new@example.com",
        defaultAddress: { city: "Bothell" },
    });
    portal.changeCompany(id, { companyName: "Contoso Ltd" });
    portal.addCustomDomain(id, "contoso.com", true);
    const changed = await read();
    assert.equal(at(changed, "billingProfile.email"), "new@example.com");
    assert.equal(at(changed, "billingProfile.defaultAddress.city"), "Bothell");
    assert.equal(at(changed, "billingProfile.defaultAddress.state"), "WA");
    assert.notEqual(at(changed, "billingProfile.attributes.etag"), etag);
    assert.equal(at(changed, "companyProfile.companyName"), "Contoso Ltd");
    assert.equal(at(changed, "companyProfile.domain"), "contoso.com");
    assert.deepEqual(at(changed, "customDomains"), ["contoso.onmicrosoft.com", "contoso.com"]);
    portal.removeRelationship(id);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 403);
    portal.deleteCustomer(id);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.throws(() => portal.deleteCustomer(unknownId), /no customer/);
});

test("members given as an empty text can be dropped", async (t) => {
    const phone = "billingProfile.defaultAddress.phoneNumber";
    for (const [emptyMembers, expected] of [
        ["kept", ""],
        ["dropped", undefined],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { emptyMembers } });
        const id = await createCustomer(simulator, withMember(customerBody(), phone, ""));
        const read = await call(simulator, `GET /v1/customers/${id}`);
        assert.equal(at(read.body, phone), expected);
    }
});

test("members of a customer can be left out by option", async (t) => {
    const simulator = await simulatorFor(t, {
        uncertain: { billingProfileInCustomer: "absent", gdapFlagInCustomer: "absent" },
    });
    const id = await createCustomer(simulator, { ...customerBody(), enableGDAPByDefault: true });
    const { body } = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(body, "billingProfile"), undefined);
    assert.equal(at(body, "enableGDAPByDefault"), undefined);
});
