import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Contestant, floor, ours } from "../../bench/contestants/contestants";
import { makeCustomers } from "../../bench/contestants/customers";
import { apiCalls, partnerStack, tokenRequests } from "./partner";

const names = Object.keys(makeCustomers(100));

/** A stack of a contestant of the bench, whose program reads its customers from a file. */
async function stackOf(t: TestContext, { program }: Contestant, count: number) {
    const file = join(await mkdtemp(join(tmpdir(), "partnercenter-customers-")), "customers.json");
    t.after(() => rm(dirname(file), { recursive: true }));
    await writeFile(file, JSON.stringify(makeCustomers(count)));
    return await partnerStack(
        t,
        { program, env: { BENCH_CUSTOMERS: file } },
        { customerLimit: 200 },
    );
}

test("a hundred customers cost two calls each, and one token", async (t) => {
    const { simulator, stack } = await stackOf(t, ours, 100);
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, names.length);
    assert.equal(apiCalls(simulator).length, 2 * names.length);
    assert.equal(tokenRequests(simulator), 1);
});

test("the provider's text is one constant line, and a state is three quarters of a closure's", async (t) => {
    const { stack } = await stackOf(t, ours, 100);
    (await stack.up()).expectSuccess();
    const texts = new Set<unknown>();
    for (const name of names) {
        const { inputs, outputs } = await stack.resource(name);
        texts.add(inputs?.__provider).add(outputs?.__provider);
    }
    assert.equal(texts.size, 1);
    const [text = ""] = [...texts].map(String);
    assert.ok(text.length < 200 && !text.includes("\n"), text);

    const other = await stackOf(t, floor, 1);
    (await other.stack.up()).expectSuccess();
    const [ourSize, theirSize] = [
        JSON.stringify(await stack.resource("customer1")).length,
        JSON.stringify(await other.stack.resource("customer1")).length,
    ];
    t.diagnostic(`a customer's state: ${ourSize} bytes, with closures ${theirSize}`);
    assert.ok(ourSize <= 0.75 * theirSize, `${ourSize} of ${theirSize}`);
});
