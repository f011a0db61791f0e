import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Quota } from "../../../../provider/partnercenter/http/quota";

const minute = 60_000;

describe("a quota of requests in a minute", () => {
    it("has a whole minute's places at the beginning, and no more", () => {
        const quota = new Quota(3);
        for (let place = 0; place < 3; place += 1) {
            assert.equal(quota.freeAt(0), 0);
            quota.take();
        }
        assert.equal(quota.freeAt(0), Number.POSITIVE_INFINITY);
    });

    it("gets a place back a minute after the answer, not after the sending", () => {
        const quota = new Quota(1);
        quota.take();
        quota.giveBack(2_000);
        assert.equal(quota.freeAt(2_000), 2_000 + minute);
        assert.equal(quota.freeAt(1_999 + minute), 2_000 + minute);
        assert.equal(quota.freeAt(2_000 + minute), 2_000 + minute);
    });

    it("without a limit has a place at any time", () => {
        const quota = new Quota(Number.POSITIVE_INFINITY);
        for (let request = 0; request < 1_000; request += 1) {
            quota.take();
        }
        assert.equal(quota.freeAt(7), 7);
        quota.exceed(0, 7);
        assert.equal(quota.freeAt(7), 7);
    });

    it("never lets more through in any minute, whenever the service counts a request", () => {
        const request = fc.record({
            afterMs: fc.nat(5_000),
            latencyMs: fc.nat(30_000),
            countedAfter: fc.double({ min: 0, max: 1, noNaN: true }),
        });
        fc.assert(
            fc.property(
                fc.array(request, { maxLength: 60 }),
                fc.integer({ min: 1, max: 9 }),
                (requests, limit) => {
                    const counted = countedAt(requests, limit);
                    for (const at of counted) {
                        const inMinute = counted.filter(
                            (other) => other >= at && other < at + minute,
                        );
                        assert.ok(inMinute.length <= limit, `${inMinute.length} of ${limit}`);
                    }
                },
            ),
            { seed: 11, numRuns: 300 },
        );
    });
});

describe("a quota that the service says was exceeded", () => {
    it("becomes what the service let through in the last minute", () => {
        const quota = answering(new Quota(500), 80, 0);
        quota.take();
        quota.exceed(0, 1_000);
        quota.giveBack(1_000);
        assert.equal(placesOf(quota, 1_000 + minute), 80 + 25);
    });

    it("is a tenth at least, because others may have used it up for that once", () => {
        const quota = new Quota(500);
        quota.exceed(0, 0);
        assert.equal(placesOf(quota, 0), 50);
    });

    it("rises again by a twentieth of the setting in each minute without such an answer, up to the whole", () => {
        for (const [minutes, places] of [
            [0.5, 62],
            [1, 75],
            [4, 150],
            [18, 500],
            [100, 500],
        ] as const) {
            const quota = new Quota(500);
            quota.exceed(0, 0);
            assert.equal(placesOf(quota, minutes * minute), places);
        }
    });

    it("is lowered once for all requests that were under way then", () => {
        const quota = answering(new Quota(500), 200, 0);
        quota.exceed(-10, 0);
        answering(quota, 100, minute + 1);
        quota.exceed(-5, minute + 1);
        assert.equal(placesOf(quota, 2 * minute + 2), 250);
    });
});

/** When the service counts requests that come one after another and are sent when there is a place. */
function countedAt(
    requests: readonly { afterMs: number; latencyMs: number; countedAfter: number }[],
    limit: number,
): number[] {
    const quota = new Quota(limit);
    const answers: number[] = [];
    const counted: number[] = [];
    let now = 0;
    const goOnTo = (time: number) => {
        now = time;
        for (let next = earliest(); next <= now; next = earliest()) {
            answers.splice(answers.indexOf(next), 1);
            quota.giveBack(next);
        }
    };
    const earliest = () => Math.min(...answers, Number.POSITIVE_INFINITY);
    for (const { afterMs, latencyMs, countedAfter } of requests) {
        goOnTo(now + afterMs);
        for (let at = quota.freeAt(now); at > now; at = quota.freeAt(now)) {
            goOnTo(Math.min(at, earliest()));
        }
        quota.take();
        answers.push(now + latencyMs);
        counted.push(now + latencyMs * countedAfter);
    }
    return counted;
}

/** How many requests may go at a moment. */
function placesOf(quota: Quota, now: number): number {
    let places = 0;
    for (; quota.freeAt(now) <= now; places += 1) {
        quota.take();
    }
    return places;
}

function answering(quota: Quota, requests: number, now: number): Quota {
    for (let request = 0; request < requests; request += 1) {
        quota.take();
        quota.giveBack(now);
    }
    return quota;
}
