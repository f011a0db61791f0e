import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "../../harness";

test("delegated access decides whether address, e-mail and domains are answered", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const open = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(open.body, "companyProfile.address.region"), "WA");
    assert.equal(at(open.body, "companyProfile.email"), "someone@example.com");
    assert.deepEqual(at(open.body, "customDomains"), ["contoso.onmicrosoft.com"]);
    simulator.portal.hideDelegatedAccess(id);
    const hidden = await call(simulator, `GET /v1/customers/${id}`);
    const removed = ["companyProfile.address", "companyProfile.email", "customDomains"];
    for (const path of removed) assert.equal(at(hidden.body, path), undefined, path);
    assert.equal(at(hidden.body, "allowDelegatedAccess"), false);
    const company = await call(simulator, `GET /v1/customers/${id}/profiles/company`);
    assert.equal(at(company.body, "address"), undefined);
    assert.equal(at(company.body, "companyName"), "Contoso");
});

test("without delegated access from the start nothing of it is answered", async (t) => {
    const simulator = await simulatorFor(t, { delegatedAccess: false });
    const id = await createCustomer(simulator);
    const read = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(read.body, "companyProfile.address"), undefined);
});

test("organization and custom domains need delegated access", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const organization = await call(simulator, `GET /v1/customers/${id}/organization`);
    assert.equal(at(organization.body, "0.state"), "WA");
    assert.equal(at(organization.body, "0.displayName"), "Contoso");
    const domains = await call(simulator, `GET /v1/customers/${id}/customDomains`);
    assert.deepEqual(domains.body, ["contoso.onmicrosoft.com"]);
    simulator.portal.hideDelegatedAccess(id);
    for (const path of ["organization", "customDomains"]) {
        const refused = await call(simulator, `GET /v1/customers/${id}/${path}`);
        assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900308]);
    }
});

test("PATCH can end delegated access", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const body = { AllowDelegatedAccess: false, attributes: { objectType: "Customer" } };
    assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 200);
    const read = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(read.body, "allowDelegatedAccess"), false);
});
