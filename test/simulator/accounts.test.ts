import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

test("a new customer is allowed to buy, and the portal can say otherwise", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const path = `GET /v1/customers/${id}/validationStatus?type=account`;
    const { body } = await call(simulator, path);
    assert.deepEqual([at(body, "type"), at(body, "status")], ["account", "Allowed"]);
    assert.match(String(at(body, "lastUpdateDateTime")), /^\d{4}-\d\d-\d\dT/);
    simulator.portal.setAccountStatus(id, "NotAllowed");
    assert.equal(at((await call(simulator, path)).body, "status"), "NotAllowed");
});

test("vetting of new customers takes as many reads as it is told to", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.vettingAfterCreate = { status: "UnderReview", reads: 2 };
    const id = await createCustomer(simulator);
    const path = `GET /v1/customers/${id}/validationStatus?type=account`;
    const said: unknown[] = [];
    for (let read = 0; read < 4; read += 1) {
        said.push(at((await call(simulator, path)).body, "status"));
    }
    assert.deepEqual(said, ["UnderReview", "UnderReview", "Allowed", "Allowed"]);
    simulator.vettingAfterCreate = { status: "UnderReview" };
    const other = await createCustomer(simulator, customerBody("other.onmicrosoft.com"));
    for (let read = 0; read < 3; read += 1) {
        const { body } = await call(simulator, path.replace(id, other));
        assert.equal(at(body, "status"), "UnderReview");
    }
});

for (const [choice, spelling, status, said] of [
    ["404-600074", "Not Ready", 404, undefined],
    ["notReady", "Not Ready", 200, "Not Ready"],
    ["notReady", "NotReady", 200, "NotReady"],
] as const) {
    test(`vetting that has not begun may be told as ${status} ${said ?? ""}`, async (t) => {
        const simulator = await simulatorFor(t, {
            uncertain: { accountNotVetted: choice, accountNotReady: spelling },
        });
        simulator.vettingAfterCreate = { status: "NotVetted" };
        const id = await createCustomer(simulator);
        const path = `GET /v1/customers/${id}/validationStatus?type=account`;
        const answer = await call(simulator, path);
        assert.deepEqual([answer.status, at(answer.body, "status")], [status, said]);
        assert.equal(at(answer.body, "code"), status === 404 ? 600074 : undefined);
    });
}

test("the account status is for applications with a user, and of an account", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const path = `GET /v1/customers/${id}/validationStatus`;
    const token = simulator.issueToken({ kind: "app" });
    const refused = await call(simulator, `${path}?type=account`, { token });
    assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900329]);
    assert.equal((await call(simulator, path)).status, 400);
});
