import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "../../harness";

test("a sandbox customer can be deleted, and its domain used again", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 204);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 404);
    assert.notEqual(await createCustomer(simulator), id);
});

test("a deleted customer frees its first domain as well as its default one", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    simulator.portal.addCustomDomain(id, "contoso.com", true);
    simulator.portal.deleteCustomer(id);
    for (const domain of ["contoso.com", "contoso.onmicrosoft.com"]) {
        assert.equal((await call(simulator, `HEAD /v1/domains/${domain}`)).status, 404);
    }
});

test("the domain of a deleted customer stays taken, by option", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { domainAfterDelete: "taken" } });
    await call(simulator, `DELETE /v1/customers/${await createCustomer(simulator)}`);
    const answer = await call(simulator, "POST /v1/customers", { body: customerBody() });
    assert.equal(answer.status, 400);
});

test("a sandbox customer with an address that does not exist cannot be deleted", async (t) => {
    const simulator = await simulatorFor(t);
    const body = withMember(
        customerBody(),
        "billingProfile.defaultAddress.addressLine1",
        "1 None Street",
    );
    const id = await createCustomer(simulator, body);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 400);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 200);
});

test("a sandbox customer with a reservation cannot be deleted", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    simulator.portal.addSubscription(id, { offerName: "Azure", kind: "reservation" });
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 400);
});

for (const [choice, status, code] of [
    ["400-900127", 400, 900127],
    ["403-600006", 403, 600006],
] as const) {
    test(`DELETE in production gets ${choice}`, async (t) => {
        const simulator = await simulatorFor(t, {
            environment: "production",
            uncertain: { deleteInProduction: choice },
        });
        const id = await createCustomer(simulator);
        const answer = await call(simulator, `DELETE /v1/customers/${id}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
        assert.equal(simulator.customers[0]?.deleted, false);
    });
}

const removal = { relationshipToPartner: "none", attributes: { objectType: "Customer" } };

for (const [choice, status, code] of [
    ["403-20002", 403, 20002],
    ["400-3000", 400, 3000],
    ["404", 404, 60003],
] as const) {
    test(`a customer that has left gets ${choice}, and its domain stays taken`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { afterRemoval: choice } });
        const id = await createCustomer(simulator);
        const done = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.equal(done.status, 200);
        for (const path of ["", "/profiles/billing", "/profiles/company", "/subscriptions"]) {
            const answer = await call(simulator, `GET /v1/customers/${id}${path}`);
            assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
        }
        const again = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.deepEqual([again.status, at(again.body, "code")], [400, 3000]);
        assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 0);
        const head = await call(simulator, "HEAD /v1/domains/contoso.onmicrosoft.com");
        assert.equal(head.status, 200);
    });
}

for (const [choice, status, code] of [
    ["400-800002", 400, 800002],
    ["403-600006", 403, 600006],
    ["409-800002", 409, 800002],
] as const) {
    test(`an active subscription stands in the way of a removal with ${choice}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { removalWithSubscription: choice } });
        const id = await createCustomer(simulator);
        const order = { offerName: "Microsoft 365 Business" };
        const subscriptionId = simulator.portal.addSubscription(id, order);
        const refused = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.deepEqual([refused.status, at(refused.body, "code")], [status, code]);
        simulator.portal.suspendSubscription(id, subscriptionId);
        const done = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.equal(done.status, 200);
        assert.equal(simulator.customers[0]?.relationshipToPartner, "none");
    });
}
