import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import fc from "fast-check";
import { SharedLimit } from "../../../examples/fleet/stacks/sharedLimit";

const minute = 60_000;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 }));
afterEach(() => mock.timers.reset());

function never(): AbortSignal {
    return new AbortController().signal;
}

/** Lets what was waited for go on. */
async function pass(ms: number): Promise<void> {
    mock.timers.tick(ms);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test("in any minute the shares of all that may have sent something make up the limit at most", async () => {
    const stack = fc.record({
        seconds: fc.integer({ min: 1, max: 200 }),
        useful: fc.integer({ min: 1, max: 600 }),
        wasUsed: fc.boolean(),
    });
    await fc.assert(
        fc.asyncProperty(
            fc.integer({ min: 10, max: 500 }),
            fc.integer({ min: 1, max: 8 }),
            fc.array(stack, { minLength: 1, maxLength: 15 }),
            async (perMinute, atOnce, stacks) => {
                mock.timers.reset();
                mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
                const limit = new SharedLimit({ perMinute, signal: never() });
                const lives: { from: number; to: number; perMinute: number }[] = [];
                const waiting = [...stacks];
                let isOver = false;
                const work = async () => {
                    for (let next = waiting.shift(); next; next = waiting.shift()) {
                        const part = Math.min(next.useful, Math.floor(perMinute / atOnce));
                        const share = await limit.take(part, next.useful);
                        assert.ok(share !== undefined && share.perMinute >= part);
                        const from = Date.now();
                        await new Promise((resolve) => setTimeout(resolve, next.seconds * 1000));
                        if (next.wasUsed) {
                            lives.push({ from, to: Date.now(), perMinute: share.perMinute });
                        }
                        limit.giveBack(share, { wasUsed: next.wasUsed });
                    }
                };
                const all = Promise.all(Array.from({ length: atOnce }, work)).then(() => {
                    isOver = true;
                });
                for (let second = 0; !isOver; second += 1) {
                    assert.ok(second < 10_000, "every stack gets its share");
                    await pass(1000);
                }
                await all;
                // The most is sent in a minute that begins where a stack ends.
                for (const { to } of lives) {
                    const sent = lives.filter(
                        ({ from, to: end }) => from < to + minute && end >= to,
                    );
                    const total = sent.reduce((sum, life) => sum + life.perMinute, 0);
                    assert.ok(total <= perMinute, `${total} of ${perMinute}`);
                }
            },
        ),
        { numRuns: 40 },
    );
});

test("what the run before has lent counts for a minute after its end", async () => {
    const lent = [{ perMinute: 400, freeAt: 20_000 }];
    const limit = new SharedLimit({ perMinute: 500, shares: lent, signal: never() });
    assert.deepEqual(await limit.take(100, 125), { perMinute: 100 });
    let second: unknown;
    void limit.take(125, 125).then((share) => {
        second = share;
    });
    await pass(19_000);
    assert.equal(second, undefined);
    await pass(1_000);
    assert.deepEqual(second, { perMinute: 125 });
});

test("a share that nothing was sent with is lent again at once", async () => {
    const limit = new SharedLimit({ perMinute: 100, signal: never() });
    const share = await limit.take(100, 100);
    assert.ok(share);
    limit.giveBack(share, { wasUsed: false });
    assert.equal(limit.free, 100);
});

test("who waits for a share hears that the run was ended", async () => {
    const run = new AbortController();
    const limit = new SharedLimit({ perMinute: 100, signal: run.signal });
    await limit.take(100, 100);
    const second = limit.take(50, 50);
    run.abort();
    assert.equal(await second, undefined);
});

test("without a limit nobody waits", async () => {
    const limit = new SharedLimit({ perMinute: 0, signal: never() });
    assert.deepEqual(await limit.take(0, 0), { perMinute: 0 });
    assert.deepEqual(await limit.take(0, 0), { perMinute: 0 });
});
