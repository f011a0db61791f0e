import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    ApiError,
    ConfigurationError,
    ConnectionError,
    CredentialError,
    isGone,
    isRefusal,
    isStaleEtag,
    messageOf,
    PartnerCenterError,
} from "../../../provider/partnercenter/errors";
import { ids, meaningGone, meaningUnknown, noAnswer, refusal, titleOf } from "../fixtures";

describe("a customer is gone", () => {
    for (const error of meaningGone) {
        it(`where the service answers ${titleOf(error)}`, () => {
            assert.equal(isGone(error), true);
        });
    }
    for (const error of meaningUnknown) {
        it(`not where it answers ${titleOf(error)}`, () => {
            assert.equal(isGone(error), false);
        });
    }
});

describe("an etag is stale", () => {
    const answers: [Error, boolean][] = [
        [refusal(412), true],
        [refusal(412, "2055"), true],
        [refusal(400, "2055"), true],
        [refusal(400), false],
        [refusal(409, "2055"), false],
        [noAnswer(), false],
    ];
    for (const [error, expected] of answers) {
        it(`${expected ? "" : "not "}where the service answers ${titleOf(error)}`, () => {
            assert.equal(isStaleEtag(error), expected);
        });
    }
});

describe("a request was refused", () => {
    for (const status of [400, 409, 422]) {
        it(`where the service answers HTTP ${status}`, () => {
            assert.equal(isRefusal(refusal(status)), true);
        });
    }
    for (const error of [
        ...[200, 401, 408, 429, 500, 501, 503].map((status) => refusal(status)),
        noAnswer(),
        new Error(),
    ]) {
        it(`not where it answers ${titleOf(error)}`, () => {
            assert.equal(isRefusal(error), false);
        });
    }
});

describe("the message of a refusal", () => {
    it("says what failed, what the service said, what it means, what to do, and the ids", () => {
        const error = new ApiError(
            "read the customer 1",
            { status: 403, code: "20002", description: "No relationship.", details: [] },
            { ...ids, vector: "abc.1" },
        );
        assert.equal(
            error.message,
            [
                "Could not read the customer 1: No relationship (code 20002, HTTP 403).",
                "  This customer is not, or no longer, a customer of this partner. Check partner tenant and cloud; a new relationship needs the customer's consent.",
                `  Request id ${ids.requestId}, correlation id ${ids.correlationId}, MS-CV abc.1.`,
            ].join("\n"),
        );
    });

    it("names the fields that the service names", () => {
        const error = refusal(400, "27002", { details: ["state: StateInvalid", "city: Missing"] });
        assert.match(error.message, /The service names: state: StateInvalid; city: Missing\./);
    });

    it("says so where the service says nothing", () => {
        assert.match(
            refusal(404).message,
            /Could not do this: the service gave no reason \(HTTP 404\)\./,
        );
        assert.doesNotMatch(refusal(404).message, /undefined/);
    });

    it("keeps status, code, words, ids and wait for those who decide", () => {
        const error = refusal(429, "7", { description: "Slow down", retryAfterMs: 5 });
        assert.equal(error.status, 429);
        assert.equal(error.code, "7");
        assert.equal(error.description, "Slow down");
        assert.equal(error.retryAfterMs, 5);
        assert.deepEqual(error.ids, ids);
    });
});

describe("the message of a call without an answer", () => {
    it("says what failed, why, and the ids", () => {
        assert.equal(
            noAnswer().message,
            `Could not do this: the connection failed (ECONNRESET). Request id ${ids.requestId}, correlation id ${ids.correlationId}.`,
        );
    });

    it("keeps the cause", () => {
        const cause = new Error("below");
        assert.equal(new ConnectionError("do this", "why", ids, { cause }).cause, cause);
    });
});

describe("every failure on purpose", () => {
    const errors: [Error, name: string][] = [
        [refusal(400), "ApiError"],
        [noAnswer(), "ConnectionError"],
        [new ConfigurationError(["a."]), "ConfigurationError"],
        [new CredentialError("a"), "CredentialError"],
        [new PartnerCenterError("a"), "PartnerCenterError"],
    ];
    for (const [error, name] of errors) {
        it(`is a PartnerCenterError with a name of its own: ${name}`, () => {
            assert.ok(error instanceof PartnerCenterError);
            assert.equal(error.name, name);
        });
    }

    it("lists every fault of the settings", () => {
        const error = new ConfigurationError(["a is wrong.", "b is wrong."]);
        assert.match(error.message, /a is wrong\. b is wrong\.$/);
        assert.deepEqual(error.problems, ["a is wrong.", "b is wrong."]);
    });
});

it("whatever was thrown has a message", () => {
    assert.equal(messageOf(new Error("words")), "words");
    assert.equal(messageOf("words"), "words");
    assert.equal(messageOf(undefined), "undefined");
});
