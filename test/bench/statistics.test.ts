import assert from "node:assert/strict";
import { test } from "node:test";
import { median, slope } from "../../bench/measuring/statistics";

test("the median is the middle value, or the mean of the two in the middle", () => {
    assert.equal(median([3]), 3);
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([10, 1, 4, 2]), 3);
    assert.throws(() => median([]));
});

test("the slope is that of the line through the points, and of the best one beside them", () => {
    assert.equal(
        slope([
            [0, 5],
            [1, 8],
            [2, 11],
        ]),
        3,
    );
    assert.ok(
        Math.abs(
            slope([
                [0, 0],
                [1, 2],
                [2, 2],
                [3, 4],
            ]) - 1.2,
        ) < 1e-9,
    );
});
