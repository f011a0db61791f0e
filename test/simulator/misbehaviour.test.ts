import assert from "node:assert/strict";
import { test } from "node:test";
import type { Misbehaviour, MisbehaviourRule, RequestPattern } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const isCut = (error: unknown) =>
    error instanceof TypeError && /fetch|terminated/.test(error.message);

// What is done wrong on a create: whether an answer arrives, with which status, and whether the
// customer is there afterwards.
const behaviours: readonly [string, Misbehaviour, number | "cut", boolean][] = [
    ["an answer lost after the work", { cut: "after" }, "cut", true],
    ["a connection cut before the work", { cut: "before" }, "cut", false],
    ["half a body", { body: "half" }, "cut", true],
    ["a 503", { status: 503 }, 503, false],
    ["a 500 after the work", { status: 500, afterWork: true, body: { code: 800003 } }, 500, true],
    ["a 408", { status: 408, body: "Request Timeout" }, 408, false],
    ["a page of HTML", { body: "html" }, 201, true],
    ["an empty body", { body: "empty" }, 201, true],
    ["a delay", { delayMs: 20 }, 201, true],
    ["a delay and a cut", { delayMs: 20, cut: "after" }, "cut", true],
];

for (const [what, how, expected, isDone] of behaviours) {
    test(`on a create, ${what} ${isDone ? "leaves a customer" : "leaves nothing"}`, async (t) => {
        const simulator = await simulatorFor(t);
        simulator.misbehave({ on: { method: "post", path: "/v1/customers$" }, ...how });
        const create = call(simulator, "POST /v1/customers", { body: customerBody() });
        if (expected === "cut") await assert.rejects(create, isCut);
        else assert.equal((await create).status, expected);
        assert.equal(simulator.customers.length, isDone ? 1 : 0);
        assert.deepEqual(simulator.requests[0]?.misbehaviour, how);
        assert.equal(
            simulator.requests[0]?.status,
            how.cut ? undefined : expected === "cut" ? 201 : expected,
        );
        assert.deepEqual(simulator.pendingMisbehaviours, []);
        assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
    });
}

test("a status comes with its body, Retry-After and headers", async (t) => {
    const simulator = await simulatorFor(t);
    const date = new Date(Date.now() + 5000).toUTCString();
    for (const retryAfter of ["7", date]) {
        const body = { statusCode: 429, message: "Rate limit is exceeded." };
        simulator.misbehave({ on: {}, status: 429, retryAfter, body, headers: { "X-Extra": "1" } });
        const answer = await call(simulator, "GET /v1/customers");
        assert.equal(answer.status, 429);
        assert.equal(answer.headers.get("retry-after"), retryAfter);
        assert.equal(answer.headers.get("x-extra"), "1");
        assert.deepEqual(answer.body, body);
    }
});

test("bodies come with a byte order mark, or in UTF-16", async (t) => {
    const simulator = await simulatorFor(t);
    const token = simulator.issueToken({ kind: "app" });
    const bytesOf = async () => {
        const response = await fetch(`${simulator.apiUrl}/v1/countryvalidationrules/US`, {
            headers: { authorization: `Bearer ${token}` },
        });
        return Buffer.from(await response.arrayBuffer());
    };
    const plain = await bytesOf();
    simulator.misbehave({ on: {}, encoding: "bom" });
    assert.deepEqual(await bytesOf(), Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]));
    simulator.misbehave({ on: {}, encoding: "utf16le" });
    assert.equal((await bytesOf()).toString("utf16le"), `\uFEFF${plain.toString()}`);
    simulator.misbehave({ on: {}, encoding: "bom", status: 503, body: "busy" });
    assert.equal((await bytesOf()).toString(), "\uFEFFbusy");
});

test("an answer is as late as it was told to be", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: {}, delayMs: 120 });
    const start = performance.now();
    await call(simulator, "GET /v1/customers");
    assert.ok(performance.now() - start >= 115);
});

const patterns: readonly [RequestPattern & { times?: number }, number[]][] = [
    [{}, [500, 200, 200, 200]],
    [{ nth: 3 }, [200, 200, 500, 200]],
    [{ times: 2 }, [500, 500, 200, 200]],
    [{ nth: 2, times: 2 }, [200, 500, 500, 200]],
    [{ method: "POST" }, [200, 200, 200, 200]],
    [{ path: /RULES/i }, [500, 200, 200, 200]],
    [{ path: "^/v1/countryvalidationrules/US$", nth: 4 }, [200, 200, 200, 500]],
    [{ path: "customers" }, [200, 200, 200, 200]],
];

for (const [{ times, ...on }, expected] of patterns) {
    test(`${JSON.stringify({ ...on, times })} means ${expected.join(", ")}`, async (t) => {
        const simulator = await simulatorFor(t);
        simulator.misbehave({ on, ...(times === undefined ? {} : { times }), status: 500 });
        const statuses: number[] = [];
        for (const _ of expected) {
            const answer = await call(simulator, "GET /v1/countryvalidationrules/US");
            statuses.push(answer.status);
        }
        assert.deepEqual(statuses, expected);
    });
}

test("two rules for one request are used one after the other", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: {}, status: 500 });
    simulator.misbehave({ on: {}, status: 503 });
    const statuses = [
        (await call(simulator, "GET /v1/customers")).status,
        (await call(simulator, "GET /v1/customers")).status,
        (await call(simulator, "GET /v1/customers")).status,
    ];
    assert.deepEqual(statuses, [500, 503, 200]);
});

test("rules can be forgotten, and one that makes no sense is refused", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: {}, status: 500 });
    simulator.forgetMisbehaviours();
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
    for (const [rule, message] of [
        [{ on: {}, delay: 5 }, /delay/],
        [{ on: { url: "x" } }, /url/],
        [{ status: 500 }, /on/],
        [{ on: { path: "(" } }, /regular expression/],
    ] as const) {
        assert.throws(() => simulator.misbehave(rule as unknown as MisbehaviourRule), message);
    }
});

test("the token endpoint misbehaves like any other", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: { path: "/oauth2/" }, status: 503 });
    const url = `${simulator.authorityUrl}/${simulator.partner.tenantId}/oauth2/v2.0/token`;
    assert.equal((await fetch(url, { method: "POST" })).status, 503);
    assert.equal((await fetch(url, { method: "POST" })).status, 400);
});

test("a client that gives up during a delay has its work done, and harms nobody", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: { method: "POST" }, delayMs: 60_000 });
    const impatience = new AbortController();
    const response = fetch(`${simulator.apiUrl}/v1/customers`, {
        method: "POST",
        headers: { authorization: `Bearer ${simulator.issueToken({ kind: "app" })}` },
        body: JSON.stringify(customerBody()),
        signal: impatience.signal,
    });
    const isRejected = assert.rejects(response, { name: "AbortError" });
    while (simulator.customers.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
    impatience.abort();
    await isRejected;
    assert.equal(simulator.customers.length, 1);
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
});

test("an update whose answer is lost has happened", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/v1/customers/${await createCustomer(simulator)}/profiles/billing`;
    const { body } = await call(simulator, `GET ${path}`);
    simulator.misbehave({ on: { method: "PUT" }, cut: "after" });
    const changed = { ...(body as object), companyName: "New name" };
    await assert.rejects(call(simulator, `PUT ${path}`, { body: changed }), isCut);
    assert.equal(at((await call(simulator, `GET ${path}`)).body, "companyName"), "New name");
});
