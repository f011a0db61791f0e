import "./fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { retrying } from "../../provider/partnercenter/http/retry";
import { refusal } from "../provider/fixtures";
import { realMilliseconds, speed } from "./fasterClock";

test("four minutes of every kind of waiting take some seconds", async () => {
    const began = { real: realMilliseconds(), told: Date.now(), elapsed: performance.now() };
    await Promise.all([
        // Longer than the others, because a time-out alone does not keep the process alive.
        sleep(260_000),
        new Promise((resolve) => setTimeout(resolve, 240_000)),
        new Promise((resolve) =>
            AbortSignal.timeout(240_000).addEventListener("abort", resolve, { once: true }),
        ),
    ]);
    const took = realMilliseconds() - began.real;
    assert.ok(took > 2_300 && took < 20_000, `${took} ms`);
    assert.ok(Date.now() - began.told > 239_000, "the clock has gone on by four minutes");
    assert.ok(performance.now() - began.elapsed > 239_000);
});

test("the product's own waits go by the faster clock", async () => {
    const began = { real: realMilliseconds(), told: Date.now() };
    const answers = [refusal(503, undefined, { retryAfterMs: 30_000 }), undefined];
    const time = { deadline: Date.now() + 600_000 };
    await retrying(async () => {
        const failure = answers.shift();
        if (failure !== undefined) throw failure;
    }, time);
    assert.ok(Date.now() - began.told >= 29_900, "it waited for thirty seconds");
    assert.ok(realMilliseconds() - began.real < (30_000 / speed) * 8);
});
