import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { Simulator } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "./harness";

const create = (simulator: Simulator, requestId: string, body: unknown = customerBody()) =>
    call(simulator, "POST /v1/customers", { body, headers: { "MS-RequestId": requestId } });

test("a repeated create gets the first answer, password included, and makes nothing", async (t) => {
    const simulator = await simulatorFor(t);
    const id = randomUUID();
    const first = await create(simulator, id);
    const second = await create(simulator, id.toUpperCase());
    assert.deepEqual([second.status, second.text], [first.status, first.text]);
    assert.equal(second.headers.get("ms-requestid"), id.toUpperCase());
    assert.equal(simulator.customers.length, 1);
    const other = await create(simulator, randomUUID());
    assert.equal(other.status, 400);
});

test("creates that arrive at once with one id make one customer", async (t) => {
    const simulator = await simulatorFor(t);
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 30 }, () => create(simulator, id)));
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    assert.equal(simulator.customers.length, 1);
});

const wrong = withMember(customerBody(), "billingProfile.email", "");

for (const [choice, repeatedFailure, repeatedSuccess, hasPassword] of [
    ["replay", 400, 201, true],
    ["replaySuccessOnly", 201, 201, true],
    ["replayWithoutPassword", 400, 201, false],
    ["ignore", 201, 400, false],
] as const) {
    test(`with ${choice}, a repeated failure gets ${repeatedFailure}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { repeatedRequestId: choice } });
        const id = randomUUID();
        assert.equal((await create(simulator, id, wrong)).status, 400);
        assert.equal((await create(simulator, id)).status, repeatedFailure);
    });

    test(`with ${choice}, a repeated success gets ${repeatedSuccess}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { repeatedRequestId: choice } });
        const id = randomUUID();
        assert.equal((await create(simulator, id)).status, 201);
        const again = await create(simulator, id);
        assert.equal(again.status, repeatedSuccess);
        const password = at(again.body, "userCredentials.password");
        assert.equal(password !== undefined, hasPassword);
        assert.equal(simulator.customers.length, 1);
    });
}

test("answers that are to be repeated are not kept: 401 and 429", async (t) => {
    const simulator = await simulatorFor(t, { requestsPerMinute: 1 });
    const id = randomUUID();
    const headers = { "MS-RequestId": id };
    const body = customerBody();
    const denied = await call(simulator, "POST /v1/customers", { body, headers, token: "x" });
    assert.equal(denied.status, 401);
    assert.equal((await create(simulator, id)).status, 201);
    assert.equal((await create(simulator, id)).status, 429);
});

test("who was not allowed to ask may ask again with the same id", async (t) => {
    const simulator = await simulatorFor(t);
    const body = {
        ...customerBody(),
        associatedPartnerId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
    };
    const headers = { "MS-RequestId": randomUUID() };
    const token = simulator.issueToken({ kind: "app" });
    const refused = await call(simulator, "POST /v1/customers", { body, headers, token });
    assert.equal(refused.status, 403);
    assert.equal((await call(simulator, "POST /v1/customers", { body, headers })).status, 201);
});

test("an id is forgotten after the time given", async (t) => {
    let now = Date.now();
    const simulator = await simulatorFor(t, {
        now: () => now,
        uncertain: { requestIdKeptMs: 1000 },
    });
    const id = randomUUID();
    await create(simulator, id);
    now += 999;
    assert.equal((await create(simulator, id)).status, 201);
    now += 2;
    assert.equal((await create(simulator, id)).status, 400);
});

test("other writes recognise a repeated id only by option", async (t) => {
    for (const [idempotentOperations, second] of [
        ["createCustomer", 404],
        ["everyWrite", 204],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { idempotentOperations } });
        const id = await createCustomer(simulator);
        const headers = { "MS-RequestId": randomUUID() };
        const line = `DELETE /v1/customers/${id}`;
        assert.equal((await call(simulator, line, { headers })).status, 204);
        assert.equal((await call(simulator, line, { headers })).status, second);
    }
});

test("a replay says what was true then, even of a customer deleted since", async (t) => {
    const simulator = await simulatorFor(t);
    const requestId = randomUUID();
    const first = await create(simulator, requestId);
    await call(simulator, `DELETE /v1/customers/${at(first.body, "id")}`);
    assert.equal((await create(simulator, requestId)).text, first.text);
});
