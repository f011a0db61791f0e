import "./fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { retrying } from "../../provider/partnercenter/http/retry";
import { refusal } from "../provider/fixtures";
import { realMilliseconds, speed } from "./fasterClock";

test("a minute of every kind of waiting takes less than a second", async () => {
    const began = { real: realMilliseconds(), told: Date.now(), elapsed: performance.now() };
    await Promise.all([
        sleep(60_000),
        new Promise((resolve) => setTimeout(resolve, 60_000)),
        new Promise((resolve) =>
            AbortSignal.timeout(60_000).addEventListener("abort", resolve, { once: true }),
        ),
    ]);
    const took = realMilliseconds() - began.real;
    assert.ok(took > 550 && took < 5_000, `${took} ms`);
    assert.ok(Date.now() - began.told > 59_000, "the clock has gone on by a minute");
    assert.ok(performance.now() - began.elapsed > 59_000);
});

test("the product's own waits go by the faster clock", async () => {
    const began = { real: realMilliseconds(), told: Date.now() };
    const answers = [refusal(503, undefined, { retryAfterMs: 30_000 }), undefined];
    await retrying(async () => {
        const failure = answers.shift();
        if (failure !== undefined) throw failure;
    }, Date.now() + 600_000);
    assert.ok(Date.now() - began.told >= 29_900, "it waited for thirty seconds");
    assert.ok(realMilliseconds() - began.real < (30_000 / speed) * 8);
});
