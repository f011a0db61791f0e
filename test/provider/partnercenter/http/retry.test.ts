import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ConnectionError, CredentialError } from "../../../../provider/partnercenter/errors";
import {
    parseRetryAfter,
    retrying,
    waitBeforeRetry,
} from "../../../../provider/partnercenter/http/retry";
import { failureOf, noAnswer, refusal, titleOf } from "../../fixtures";

const now = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("Retry-After", () => {
    const read: [header: string | null | undefined, expected: number | undefined][] = [
        ["0", 0],
        ["57", 57_000],
        [" 3 ", 3_000],
        ["Fri, 02 Jan 2026 03:05:05 GMT", 60_000],
        ["Friday, 02-Jan-26 03:04:15 GMT", 10_000],
        ["Fri, 02 Jan 2026 03:04:00 GMT", 0],
        [undefined, undefined],
        [null, undefined],
        ["", undefined],
        ["soon", undefined],
        ["-5", undefined],
        ["1.5", undefined],
        ["1e3", undefined],
        ["0x10", undefined],
        ["12345678901234567890", undefined],
        ["2026", 2_026_000],
        ["2026-01-02T03:05:05Z", undefined],
        ["Never mind", undefined],
    ];
    for (const [header, expected] of read) {
        it(`${JSON.stringify(header)} is ${expected} ms`, () => {
            assert.equal(parseRetryAfter(header, now), expected);
        });
    }

    for (const header of ["May 1", "Jan 2 2026", "March 5, 1999"]) {
        it(`${JSON.stringify(header)} is no date of HTTP`, () => {
            assert.equal(parseRetryAfter(header, now), undefined);
        });
    }

    it("in the form of C's asctime is in Greenwich's time, as every date of HTTP", () => {
        const { TZ } = process.env;
        process.env.TZ = "America/New_York";
        try {
            assert.equal(parseRetryAfter("Fri Jan  2 03:04:15 2026", now), 10_000);
        } finally {
            process.env.TZ = TZ ?? "";
        }
    });

    it("is never a time before now, and never fails, whatever stands in it", () => {
        fc.assert(
            fc.property(
                fc.oneof(fc.string(), fc.date({ noInvalidDate: true }).map(String)),
                (header) => {
                    const waitMs = parseRetryAfter(header, now);
                    assert.ok(waitMs === undefined || (waitMs >= 0 && Number.isFinite(waitMs)));
                },
            ),
            { seed: 9, numRuns: 500 },
        );
    });

    it("is what the sender meant, in seconds or as a date", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
                assert.equal(parseRetryAfter(String(seconds), now), seconds * 1000);
                const date = new Date(now + seconds * 1000).toUTCString();
                assert.equal(parseRetryAfter(date, now), seconds * 1000);
            }),
            { seed: 10 },
        );
    });
});

describe("the wait before another attempt", () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
        it(`after HTTP ${status} doubles, with a random share`, () => {
            const waits = [1, 2, 3].map((attempt) =>
                waitBeforeRetry(refusal(status), attempt, () => 1),
            );
            assert.deepEqual(waits, [1_000, 2_000, 4_000]);
            assert.equal(
                waitBeforeRetry(refusal(status), 1, () => 0.25),
                250,
            );
            assert.equal(
                waitBeforeRetry(refusal(status), 50, () => 1),
                60_000,
            );
        });

        it(`after HTTP ${status} is what the service asks for, where it asks`, () => {
            const asked = refusal(status, undefined, { retryAfterMs: 57_000 });
            assert.equal(
                waitBeforeRetry(asked, 1, () => 0),
                57_000,
            );
            assert.equal(
                waitBeforeRetry(refusal(status, "1", { retryAfterMs: 0 }), 9, () => 1),
                0,
            );
        });
    }

    it("after no answer doubles, with a random share", () => {
        assert.equal(
            waitBeforeRetry(noAnswer(), 2, () => 0.5),
            1_000,
        );
    });

    for (const status of [400, 401, 403, 404, 405, 406, 409, 410, 412, 417, 422, 501]) {
        it(`after HTTP ${status} is none: asking again cannot help`, () => {
            const asked = refusal(status, undefined, { retryAfterMs: 1 });
            assert.equal(waitBeforeRetry(refusal(status), 1), undefined);
            assert.equal(waitBeforeRetry(asked, 1), undefined);
        });
    }

    it("after a failed sign-in or a bug is none", () => {
        assert.equal(waitBeforeRetry(new CredentialError("no"), 1), undefined);
        assert.equal(waitBeforeRetry(new TypeError("a bug"), 1), undefined);
    });
});

describe("retrying", () => {
    const soon = refusal(503, undefined, { retryAfterMs: 1 });
    const soonOver = { deadline: Date.now() + 10_000 };

    it("gives the first success", async () => {
        const { attempt, count } = attempts(soon, soon, "done");
        assert.equal(await retrying(attempt, soonOver), "done");
        assert.equal(count(), 3);
    });

    for (const error of [
        refusal(400),
        new CredentialError("no"),
        new TypeError("a bug"),
        new RangeError("x"),
    ]) {
        it(`gives up at once after ${titleOf(error)}`, async () => {
            const { attempt, count } = attempts(error);
            assert.equal(await failureOf(() => retrying(attempt, soonOver)), error);
            assert.equal(count(), 1);
        });
    }

    it("gives up after eight attempts, with the last failure", async () => {
        const last = refusal(502, undefined, { retryAfterMs: 1 });
        const { attempt, count } = attempts(...Array(7).fill(soon), last, "too late");
        assert.equal(await failureOf(() => retrying(attempt, soonOver)), last);
        assert.equal(count(), 8);
    });

    for (const error of [soon, refusal(500), noAnswer()]) {
        it(`gives up at once after ${titleOf(error)}, where what was done must not be done twice`, async () => {
            const { attempt, count } = attempts(error, "done");
            assert.equal(await failureOf(() => retrying(attempt, soonOver, true)), error);
            assert.equal(count(), 1);
        });
    }

    it("makes another attempt even then, where nothing was done for certain", async () => {
        const busy = refusal(429, undefined, { retryAfterMs: 1 });
        const signIn = new ConnectionError("sign in", "the connection failed");
        const { attempt, count } = attempts(busy, signIn, "done");
        assert.equal(await retrying(attempt, soonOver, true), "done");
        assert.equal(count(), 3);
    });

    it("gives up at once where the wait would end after the deadline", async () => {
        const long = refusal(429, undefined, { retryAfterMs: 3_600_000 });
        const { attempt, count } = attempts(long, "too late");
        assert.equal(await failureOf(() => retrying(attempt, soonOver)), long);
        assert.equal(count(), 1);
    });

    it("makes one attempt even where no time is left", async () => {
        const { attempt, count } = attempts(soon, "too late");
        assert.equal(await failureOf(() => retrying(attempt, { deadline: Date.now() - 1 })), soon);
        assert.equal(count(), 1);
    });

    it("goes on for longer where the deadline moves on during an attempt", async () => {
        const time = { deadline: Date.now() - 1 };
        const { attempt, count } = attempts(soon, "done");
        const waiting = async () => {
            time.deadline = Date.now() + 10_000;
            return await attempt();
        };
        assert.equal(await retrying(waiting, time), "done");
        assert.equal(count(), 2);
    });

    it("is never earlier than asked", async () => {
        const times: number[] = [];
        const { attempt } = attempts(refusal(429, undefined, { retryAfterMs: 80 }), "done");
        await retrying(() => {
            times.push(performance.now());
            return attempt();
        }, soonOver);
        const [first = 0, second = 0] = times;
        assert.ok(second - first >= 79, `${second - first} ms`);
    });
});

/** An attempt that has these outcomes, one after the other. */
function attempts(...outcomes: (Error | string)[]) {
    let turn = 0;
    const attempt = async () => {
        const outcome = outcomes[turn];
        turn += 1;
        if (outcome instanceof Error) {
            throw outcome;
        }
        return outcome;
    };
    return { attempt, count: () => turn };
}
