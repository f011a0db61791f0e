import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import {
    type Caller,
    Governor,
    type Limits,
    maxQuestions,
} from "../../../../provider/partnercenter/http/governor";
import { failureOf, refusal } from "../../fixtures";

const minute = 60_000;

beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
});

afterEach(() => {
    mock.timers.reset();
});

describe("the calls of a partner", () => {
    it("are so many at once and no more, in the order in which they came", async () => {
        const { governor, open, started } = governed({ maxConcurrency: 3 });
        const calls = Array.from({ length: 10 }, (_, index) => governor.send(call(), open(index)));
        await turn();
        assert.deepEqual(started(), [0, 1, 2]);
        open.answer(1);
        await turn();
        assert.deepEqual(started(), [0, 1, 2, 3]);
        for (let index = 0; index < 10; index += 1) {
            open.answer(index);
            await turn();
        }
        await Promise.all(calls);
        assert.deepEqual(started(), [...calls.keys()]);
    });

    it("of an operation that has begun come before those of the ones that have not", async () => {
        const { governor, open, started } = governed({ maxConcurrency: 1 });
        const halfWay = caller();
        const [first, second] = [call({ caller: halfWay }), call()];
        void governor.send(first, open("first of one"));
        void governor.send(second, open("first of another"));
        void governor.send(call(), open("first of a third"));
        void governor.send(first, open("second of one"));
        await turn();
        for (const answered of ["first of one", "second of one", "first of another"]) {
            open.answer(answered);
            await turn();
        }
        assert.deepEqual(started(), [
            "first of one",
            "second of one",
            "first of another",
            "first of a third",
        ]);
    });

    it("do not hinder questions, of which many go at once", async () => {
        const { governor, open, started } = governed({ maxConcurrency: 1 });
        void governor.send(call(), open("call"));
        const question = caller({ isQuestion: true });
        for (let index = 0; index < maxQuestions + 1; index += 1) {
            void governor.send(call({ caller: question, resource: `${index % 2}` }), open(index));
        }
        await turn();
        assert.equal(started().length, 1 + maxQuestions);
        open.answer(0);
        await turn();
        assert.equal(started().length, 2 + maxQuestions);
    });

    it("give their place to the next one also where they fail", async () => {
        const { governor, open, started } = governed({ maxConcurrency: 1 });
        const failing = governor.send(call(), async () => {
            throw new Error("a failure");
        });
        void governor.send(call(), open("next"));
        assert.equal((await failureOf(() => failing)).message, "a failure");
        await turn();
        assert.deepEqual(started(), ["next"]);
    });

    it("are told how long they have waited, so that it does not count", async () => {
        const { governor } = governed({ maxConcurrency: 1 });
        const [one, two] = [caller(), caller()];
        const both = [one, two].map((each) => governor.send(call({ caller: each }), lasting(700)));
        await passing(1_400, 100);
        await Promise.all(both);
        assert.deepEqual([one.waited, two.waited], [[0], [700]]);
    });
});

describe("the requests of a minute", () => {
    const customers = 1_500;

    for (const latencyMs of [50, 400, 1_900]) {
        it(`are never more than the limit, and almost as many: ${latencyMs} ms each`, async () => {
            const limit = 500;
            const { governor } = governed({ maxRequestsPerMinute: limit });
            const counted: number[] = [];
            const send = (whose: Caller) =>
                governor.send(call({ caller: whose }), async () => {
                    // When the service counts a request is not known: between sending and answer.
                    const share = Math.random();
                    await lasting(latencyMs * share)();
                    counted.push(Date.now());
                    await lasting(latencyMs * (1 - share))();
                });
            const runs = Array.from({ length: customers }, async () => {
                const whose = caller();
                await send(whose);
                await send(whose);
            });
            await passing(8 * minute, 50);
            await Promise.all(runs);
            assert.equal(counted.length, 2 * customers);
            counted.sort((one, other) => one - other);
            for (const [index, at] of counted.entries()) {
                const after = counted[index + limit];
                assert.ok(after === undefined || after - at >= minute, `${index}: ${at}, ${after}`);
            }
            const later = counted.filter((at) => at >= minute && at < 5 * minute);
            assert.ok(later.length >= 0.95 * 4 * limit, `${later.length} in four minutes`);
        });
    }

    it("are counted for each resource of the service, also those that fail", async () => {
        const { governor } = governed({ maxRequestsPerMinute: 1 });
        const failing = async () => {
            throw refusal(404);
        };
        await failureOf(() => governor.send(call({ resource: "domains" }), failing));
        await governor.send(call({ resource: "customers" }), async () => {});
        const second = governor.send(call({ resource: "domains" }), async () => Date.now());
        await passing(minute, 1_000);
        assert.equal(await second, minute);
    });

    it("have no limit where the limit is 0", async () => {
        const { governor, open, started } = governed({
            maxRequestsPerMinute: 0,
            maxConcurrency: 2_000,
        });
        for (let index = 0; index < 2_000; index += 1) {
            void governor.send(call(), open(index));
        }
        await turn();
        assert.equal(started().length, 2_000);
    });
});

describe("a call that is throttled all the same", () => {
    const throttled = (retryAfterMs?: number) => async () => {
        throw refusal(429, undefined, { retryAfterMs });
    };

    it("makes all others wait, of every resource, as long as the service says", async () => {
        const { governor } = governed();
        await failureOf(() => governor.send(call(), throttled(5_000)));
        const others = ["customers", "domains"].map((resource) =>
            governor.send(call({ resource }), async () => Date.now()),
        );
        await passing(5_000, 100);
        assert.deepEqual(await Promise.all(others), [5_000, 5_000]);
    });

    it("makes those fail at once for whom the wait is too long", async () => {
        const { governor } = governed();
        const waiting = caller({ leftMs: 4_000 });
        await failureOf(() => governor.send(call(), throttled(5_000)));
        const error = await failureOf(() =>
            governor.send(call({ caller: waiting }), async () => {}),
        );
        assert.equal(error.message, "too long: 5000 ms");
    });

    it("makes nobody fail after the wait, also not who has no time left", async () => {
        const { governor } = governed();
        await failureOf(() => governor.send(call(), throttled(5_000)));
        await passing(6_000, 1_000);
        const late = caller({ leftMs: -10_000 });
        assert.equal(await governor.send(call({ caller: late }), async () => "sent"), "sent");
    });

    it("does not make those fail who have only waited for their turn before", async () => {
        const { governor } = governed({ maxConcurrency: 1 });
        const waiting = caller({ leftMs: 6_000 });
        const first = governor.send(call(), async () => {
            await lasting(4_000)();
            await throttled(5_000)();
        });
        const second = governor.send(call({ caller: waiting }), async () => Date.now());
        const failure = failureOf(() => first);
        await passing(9_000, 100);
        await failure;
        assert.equal(await second, 9_000);
        assert.deepEqual(waiting.waited, [9_000]);
    });

    it("makes the next ones go slower", async () => {
        const { governor, open, started } = governed({ maxConcurrency: 1_000 });
        await failureOf(() => governor.send(call(), throttled()));
        for (let index = 0; index < 500; index += 1) {
            void governor.send(call(), open(index));
        }
        await turn();
        assert.equal(started().length, 49);
        await passing(minute, 1_000);
        assert.equal(started().length, 75);
    });
});

/** A governor by the mocked clock, and attempts that are answered one by one. */
function governed(limits: Partial<Limits> = {}) {
    const governor = new Governor(
        { maxConcurrency: 16, maxRequestsPerMinute: 500, ...limits },
        Date.now,
    );
    const started: unknown[] = [];
    const answers = new Map<unknown, () => void>();
    const open = Object.assign(
        (name: unknown) => () => {
            started.push(name);
            return new Promise<void>((resolve) => answers.set(name, resolve));
        },
        { answer: (name: unknown) => answers.get(name)?.() },
    );
    return { governor, open, started: () => started };
}

function call({ resource = "customers", caller: whose = caller() as Caller } = {}) {
    return {
        resource,
        caller: whose,
        tooLong: (waitMs: number) => new Error(`too long: ${waitMs} ms`),
    };
}

/** An operation with so much time from now on. */
function caller({ isQuestion = false, leftMs = 600_000 } = {}) {
    const until = Date.now() + leftMs;
    const waited: number[] = [];
    return {
        waited,
        isQuestion,
        get hasBegun() {
            return waited.length > 0;
        },
        get leftMs() {
            return until - Date.now();
        },
        takeTurn: (waitedMs: number) => void waited.push(waitedMs),
    };
}

function lasting(ms: number): () => Promise<void> {
    return () => new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lets time pass, in steps in which everything that is due is done. */
async function passing(ms: number, stepMs: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
        await turn();
        mock.timers.tick(stepMs);
    }
    await turn();
}
