import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Body, readBody, readError } from "../../../../provider/partnercenter/http/body";

const bytesOf = (text: string, encoding: BufferEncoding = "utf8") =>
    new Uint8Array(Buffer.from(text, encoding));

describe("a body is read", () => {
    const read: [title: string, bytes: Uint8Array, expected: Body][] = [
        ["as JSON", bytesOf('{"a":"ä"}'), { kind: "json", value: { a: "ä" } }],
        ["behind a byte order mark", bytesOf('\uFEFF{"a":1}'), { kind: "json", value: { a: 1 } }],
        ["behind two of them", bytesOf('\uFEFF\uFEFF{"a":1}'), { kind: "json", value: { a: 1 } }],
        [
            "in UTF-16 with a byte order mark",
            bytesOf('\uFEFF{"a":"ä"}', "utf16le"),
            { kind: "json", value: { a: "ä" } },
        ],
        ["within white space", bytesOf('\r\n {"a":1} \n'), { kind: "json", value: { a: 1 } }],
        ["as a JSON text", bytesOf('"words"'), { kind: "json", value: "words" }],
        ["as null", bytesOf("null"), { kind: "json", value: null }],
        ["as nothing", bytesOf(""), { kind: "empty" }],
        ["as nothing where it is blank", bytesOf(" \r\n"), { kind: "empty" }],
        ["as nothing where it is a mark alone", bytesOf("\uFEFF"), { kind: "empty" }],
        ["as text where it is half of JSON", bytesOf('{"a":'), { kind: "text", text: '{"a":' }],
        ["as text where it is HTML", bytesOf("<html>"), { kind: "text", text: "<html>" }],
        ["as text where it is words", bytesOf("Busy."), { kind: "text", text: "Busy." }],
    ];
    for (const [title, bytes, expected] of read) {
        it(title, () => {
            assert.deepEqual(readBody(bytes), expected);
        });
    }

    it("whatever bytes it is of", () => {
        fc.assert(
            fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
                const body = readBody(bytes);
                assert.ok(["empty", "json", "text"].includes(body.kind));
                assert.ok(Array.isArray(readError(body).details));
            }),
            { seed: 7, numRuns: 500 },
        );
    });

    it("whatever JSON it is, in both encodings", () => {
        fc.assert(
            fc.property(fc.json(), (text) => {
                const expected = { kind: "json", value: JSON.parse(text) };
                assert.deepEqual(readBody(bytesOf(text)), expected);
                assert.deepEqual(readBody(bytesOf(`\uFEFF${text}`, "utf16le")), expected);
                assert.ok(Array.isArray(readError(readBody(bytesOf(text))).details));
            }),
            { seed: 8 },
        );
    });
});

describe("an error's code and words are found in", () => {
    const shapes: [
        title: string,
        body: unknown,
        code: string | undefined,
        description: string | undefined,
        details?: string[],
    ][] = [
        [
            "the classic shape",
            {
                code: 3000,
                description: "Relationship does not exist.",
                data: [],
                source: "PartnerFD",
            },
            "3000",
            "Relationship does not exist.",
        ],
        [
            "the classic shape with a text as its code, and data",
            { code: "27002", description: "Invalid.", data: ["state:  StateInvalid - Details"] },
            "27002",
            "Invalid.",
            ["state:  StateInvalid - Details"],
        ],
        [
            "the newer shape",
            {
                code: 600061,
                message: "Already confirmed",
                description: "The agreement was confirmed.",
                errorName: "AgreementConfirmed",
                isRetryable: false,
                parameters: {},
                errorMessageExtended: "InternalErrorCode=600061",
            },
            "600061",
            "The agreement was confirmed.",
        ],
        ["the newer shape without description", { code: 1, message: "Words" }, "1", "Words"],
        ["the newer shape with a name alone", { code: 1, errorName: "NotFound" }, "1", "NotFound"],
        [
            "the gateway's shape",
            { statusCode: 429, message: "Rate limit is exceeded. Try again in 57 seconds." },
            undefined,
            "Rate limit is exceeded. Try again in 57 seconds.",
        ],
        [
            "the shape of OAuth",
            { error: "invalid_client", error_description: "AADSTS7000215: Invalid secret." },
            undefined,
            "AADSTS7000215: Invalid secret.",
        ],
        [
            "the shape of sibling services",
            { error: { code: "Forbidden", message: "No rights" } },
            "Forbidden",
            "No rights",
        ],
        ["members in PascalCase", { Code: 2000, Description: "Malformed" }, "2000", "Malformed"],
        ["a code that is zero", { code: 0, description: "Not defined" }, "0", "Not defined"],
        [
            "an empty description beside a message",
            { description: "", message: "M" },
            undefined,
            "M",
        ],
        ["a JSON text", "Just words", undefined, "Just words"],
        ["nothing: an empty object", {}, undefined, undefined],
        ["nothing: null", null, undefined, undefined],
        ["nothing: a list", [], undefined, undefined],
        ["nothing: a number", 5, undefined, undefined],
        ["nothing: members of other types", { code: {}, description: 5 }, undefined, "5"],
    ];
    for (const [title, value, code, description, details = []] of shapes) {
        it(title, () => {
            const read = readError({ kind: "json", value });
            assert.equal(read.code, code);
            assert.equal(read.description, description);
            assert.deepEqual(read.details, details);
        });
    }

    it("nothing: an empty body", () => {
        assert.deepEqual(readError({ kind: "empty" }), { details: [] });
    });

    it("plain text", () => {
        const { code, description } = readError({ kind: "text", text: "Service\n  Unavailable " });
        assert.equal(code, undefined);
        assert.equal(description, "Service Unavailable");
    });

    it("a page of HTML, without its tags and at a length that a message can hold", () => {
        const text = `<html><h1>Our services aren't available</h1>${"<p>x</p>".repeat(5_000)}`;
        const { description = "" } = readError({ kind: "text", text });
        assert.ok(description.startsWith("Our services aren't available x x"));
        assert.ok(description.length <= 1024);
    });

    it("the outer members where the inner error is null", () => {
        const value = { error: null, code: 5, description: "Words" };
        assert.equal(readError({ kind: "json", value }).description, "Words");
    });
});
