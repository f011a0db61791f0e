import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isBlank, membersOf } from "../../../../provider/customer/validation/members";
import { context, unknown } from "../../fixtures";

describe("a member of arguments", () => {
    const members = membersOf(
        { a: { b: "text", c: unknown, d: 5, e: null }, f: unknown, g: "" },
        context.isUnknown,
    );
    for (const [path, expected] of [
        ["a.b", "text"],
        ["a.c", undefined],
        ["a.c.deeper", undefined],
        ["a.d", undefined],
        ["a.e", ""],
        ["a.missing", ""],
        ["missing.deeper", ""],
        ["f", undefined],
        ["f.deeper", undefined],
        ["g", ""],
        ["a", undefined],
    ] as const) {
        it(`${path} is ${expected === undefined ? "nothing to speak of" : `"${expected}"`}`, () => {
            assert.equal(members(path), expected);
        });
    }

    it("is blank, or not, or one does not know", () => {
        assert.deepEqual([" ", "", "x", undefined].map(isBlank), [true, true, false, undefined]);
    });
});
