import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../../provider/lifecycle/patience";
import type { PartnerCenter } from "../../../provider/partnercenter/client";

/** Asks somebody who finds something at that attempt, with so many milliseconds of patience. */
async function asked({ foundAt, patience }: { foundAt: number; patience: number }) {
    const client = { deadline: Date.now() + 60_000 } as PartnerCenter;
    let attempts = 0;
    const ask = async () => {
        attempts += 1;
        if (attempts < foundAt) {
            throw new Error(`not found at attempt ${attempts}`);
        }
        return "found";
    };
    const outcome = await patiently(ask, client, patience, () => true).catch(
        (error: Error) => error.message,
    );
    return { outcome, attempts };
}

test("what is not found yet is asked for again", async () => {
    const outcome = await asked({ foundAt: 3, patience: 10_000 });
    assert.deepEqual(outcome, { outcome: "found", attempts: 3 });
});

test("a machine that slept through all the time asks once more all the same", async () => {
    const outcome = await asked({ foundAt: 2, patience: 0 });
    assert.deepEqual(outcome, { outcome: "found", attempts: 2 });
});

test("what is never found is the last refusal, when the time is over", async () => {
    const outcome = await asked({ foundAt: Number.POSITIVE_INFINITY, patience: 0 });
    assert.deepEqual(outcome, { outcome: "not found at attempt 2", attempts: 2 });
});
