import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isUnknown, secret } from "../../../provider/dynamic/protocol";
import {
    assumeUnchanged,
    hasUnknown,
    toResult,
    withoutAbsent,
} from "../../../provider/dynamic/values";
import { unknown } from "../fixtures";

describe("the engine's own values", () => {
    it("are those that its SDK uses", async () => {
        const { runtime } = await import("@pulumi/pulumi");
        assert.equal(isUnknown(runtime.unknownValue), true);
        assert.deepEqual(secret("x"), {
            [runtime.specialSigKey]: runtime.specialSecretSig,
            value: "x",
        });
    });

    it("are no other text", () => {
        for (const value of ["", "unknown", undefined, null, {}, [unknown]]) {
            assert.equal(isUnknown(value), false);
        }
    });
});

describe("a result", () => {
    it("holds no undefined and no null at any depth, which the engine answers with an error", () => {
        assert.deepEqual(
            toResult(
                { a: undefined, b: { c: undefined, d: null, e: "" }, f: [{ g: undefined }] },
                {},
                [],
            ),
            { b: { e: "" }, f: [{}] },
        );
    });

    it("keeps false, zero and empty texts", () => {
        const values = { no: false, none: 0, empty: "", list: [], members: {} };
        assert.deepEqual(toResult(values, {}, []), values);
    });

    it("marks the secrets, and nothing else", () => {
        assert.deepEqual(
            toResult({ open: "a", hidden: { password: "b" } }, {}, ["hidden", "absent"]),
            {
                open: "a",
                hidden: secret({ password: "b" }),
            },
        );
    });

    it("does not change the state that it is made of", () => {
        const state = { hidden: "b", other: undefined };
        toResult(state, {}, ["hidden"]);
        assert.deepEqual(state, { hidden: "b", other: undefined });
    });

    it("of any JSON is that JSON without its nulls, and stays so", () => {
        fc.assert(
            fc.property(fc.jsonValue(), (value) => {
                const once = withoutAbsent(value);
                assert.deepEqual(withoutAbsent(once), once);
                assert.deepEqual(JSON.parse(JSON.stringify(once ?? null)), once ?? null);
            }),
            { seed: 5 },
        );
    });
});

describe("a value that is not known yet", () => {
    it("is found at any depth", () => {
        for (const value of [unknown, { a: unknown }, { a: { b: [{ c: unknown }] } }, [unknown]]) {
            assert.equal(hasUnknown(value), true);
        }
        for (const value of [undefined, null, "a", 5, {}, { a: { b: ["c"] } }]) {
            assert.equal(hasUnknown(value), false);
        }
    });

    it("is assumed to be what the state holds, at any depth", () => {
        const state = { a: "1", b: { c: "2", d: "3" }, e: ["4"] };
        assert.deepEqual(
            assumeUnchanged({ a: unknown, b: { c: unknown, d: "x" }, e: unknown }, state),
            {
                a: "1",
                b: { c: "2", d: "x" },
                e: ["4"],
            },
        );
        assert.deepEqual(assumeUnchanged({ b: unknown }, state), { b: state.b });
        assert.deepEqual(assumeUnchanged(unknown, state), state);
    });

    it("is nothing where the state does not know it either", () => {
        assert.deepEqual(assumeUnchanged({ a: unknown, b: { c: unknown } }, { b: "text" }), {
            a: undefined,
            b: { c: undefined },
        });
        assert.deepEqual(assumeUnchanged({ a: { b: unknown } }, undefined), {
            a: { b: undefined },
        });
        assert.deepEqual(assumeUnchanged({ a: { b: unknown } }, { a: null }), {
            a: { b: undefined },
        });
    });

    it("alone decides: whatever is known stays as the program wants it", () => {
        fc.assert(
            fc.property(fc.jsonValue(), fc.jsonValue(), (news, state) => {
                assert.deepEqual(assumeUnchanged(news, state), news);
            }),
            { seed: 6 },
        );
    });
});
