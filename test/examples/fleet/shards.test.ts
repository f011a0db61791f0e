import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plansOf } from "../../../examples/fleet/stacks/plan";
import { allShards, shardOf, shardOfStack, stackName } from "../../../examples/fleet/stacks/shards";

const domain = fc
    .stringMatching(/^[a-z][a-z0-9]{0,26}$/)
    .map((prefix) => `${prefix}.onmicrosoft.com`);
const shards = fc.integer({ min: 1, max: 200 });

/** Which stack has which customer. */
function stacksOf(domains: readonly string[], count: number): Map<string, string> {
    const customers = domains.map((name) => ({ domain: name, args: {} as never }));
    return new Map(
        plansOf("up", customers, count, []).flatMap(({ stack, customers: own }) =>
            own.map((customer) => [customer.domain, stack] as const),
        ),
    );
}

test("customers that come, go or change places move no other customer", () => {
    fc.assert(
        fc.property(
            fc.uniqueArray(domain, { minLength: 1, maxLength: 60 }),
            fc.uniqueArray(domain, { maxLength: 20 }),
            shards,
            fc.infiniteStream(fc.boolean()),
            (domains, come, count, stays) => {
                const before = stacksOf(domains, count);
                const rest = domains.filter(() => stays.next().value).reverse();
                const after = stacksOf([...new Set([...come, ...rest])], count);
                assert.equal(before.size, domains.length, "each is in one stack");
                for (const name of rest) {
                    assert.equal(after.get(name), before.get(name));
                }
            },
        ),
    );
});

test("each shard has a stack's name of its own, from which it is found again", () => {
    fc.assert(
        fc.property(shards, (count) => {
            const names = allShards(count).map(stackName);
            assert.equal(new Set(names).size, count);
            assert.deepEqual(names.map(shardOfStack), allShards(count));
            assert.deepEqual(names, names.toSorted());
        }),
    );
    assert.equal(shardOfStack("production"), undefined);
});

test("the shards of known domains are for ever these", () => {
    // Another assignment would move every partner's customers.
    assert.equal(stackName(shardOf("contoso.onmicrosoft.com", 10)), "shard-01-of-10");
    assert.equal(stackName(shardOf("fabrikam.onmicrosoft.com", 10)), "shard-08-of-10");
    assert.equal(stackName(shardOf("contoso.onmicrosoft.com", 3)), "shard-2-of-3");
});

test("a thousand customers spread evenly enough", () => {
    const sizes = new Map<string, number>();
    for (const stack of stacksOf(
        Array.from({ length: 1000 }, (_, index) => `customer${index}.onmicrosoft.com`),
        10,
    ).values()) {
        sizes.set(stack, (sizes.get(stack) ?? 0) + 1);
    }
    // Four standard deviations around a hundred.
    assert.ok(
        [...sizes.values()].every((size) => Math.abs(size - 100) < 38),
        [...sizes].join(),
    );
});
