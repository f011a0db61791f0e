import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor } from "../../harness";

test("a new customer can be invisible for some reads", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.invisibleAfterCreate = { reads: 2 };
    const id = await createCustomer(simulator);
    const statuses: number[] = [];
    for (let read = 0; read < 4; read++) {
        statuses.push((await call(simulator, `GET /v1/customers/${id}`)).status);
    }
    assert.deepEqual(statuses, [404, 404, 200, 200]);
});

test("reads of lists that a new customer would be in count too, those of others do not", async (t) => {
    const simulator = await simulatorFor(t);
    await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    simulator.invisibleAfterCreate = { reads: 2 };
    await createCustomer(simulator);
    const count = async (domain: string) => {
        const filter = JSON.stringify({ Field: "Domain", Value: domain, Operator: "starts_with" });
        const path = `/v1/customers?size=0&filter=${encodeURIComponent(filter)}`;
        return at((await call(simulator, `GET ${path}`)).body, "totalCount");
    };
    assert.equal(await count("contoso"), 0);
    assert.equal(await count("fabrikam"), 1);
    assert.equal(await count("contoso"), 0);
    assert.equal(await count("contoso"), 1);
});

test("a new customer can be invisible for some time, in lists too", async (t) => {
    let now = Date.now();
    const simulator = await simulatorFor(t, { now: () => now });
    simulator.invisibleAfterCreate = { milliseconds: 1000 };
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 0);
    now += 1001;
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 200);
    assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 1);
});
