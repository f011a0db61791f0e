import assert from "node:assert/strict";
import { test } from "node:test";
import { isAtLeast, parseVersion } from "../../scripts/engine/version";

test("a version is found in what pulumi answers", () => {
    assert.deepEqual(parseVersion("v3.259.0\n"), [3, 259, 0]);
    assert.deepEqual(parseVersion("warning: old\n3.260.1-alpha.7"), [3, 260, 1]);
    assert.equal(parseVersion("unknown"), undefined);
});

const comparisons = [
    { version: [3, 259, 0], minimum: [3, 259, 0], expected: true },
    { version: [3, 259, 1], minimum: [3, 259, 0], expected: true },
    { version: [4, 0, 0], minimum: [3, 259, 0], expected: true },
    { version: [3, 1000, 0], minimum: [3, 259, 9], expected: true },
    { version: [3, 258, 9], minimum: [3, 259, 0], expected: false },
    { version: [2, 999, 0], minimum: [3, 259, 0], expected: false },
] as const;

for (const { version, minimum, expected } of comparisons) {
    test(`${version.join(".")} is ${expected ? "" : "not "}at least ${minimum.join(".")}`, () => {
        assert.equal(isAtLeast(version, minimum), expected);
    });
}
