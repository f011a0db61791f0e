import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack, tokenRequests } from "./partner";
import { customer, imports } from "./programs";

const names = Array.from({ length: 12 }, (_, index) => `customer${index}`);

test("a run of two minutes outlives tokens of twenty seconds", async (t) => {
    const customers = names.map((name) => customer({ name, domain: `"${name}.onmicrosoft.com"` }));
    const { simulator, stack } = await partnerStack(
        t,
        { program: `${imports}${customers.join(";\n")}` },
        { tokenLifetimeSeconds: 20 },
    );
    simulator.misbehave({
        on: { method: "POST", path: "/v1/customers$" },
        times: names.length,
        delayMs: 10_000,
    });
    const startedAt = Date.now();
    (await stack.up("--parallel", "1")).expectSuccess();
    assert.ok(Date.now() - startedAt > 120_000);
    assert.equal(simulator.customers.length, names.length);
    assert.ok(tokenRequests(simulator) > 1, "the token was renewed");
    const refused = simulator.requests.filter(({ status }) => status === 401);
    assert.deepEqual(refused, [], "before it expired");
});
