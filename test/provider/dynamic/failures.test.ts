import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { partialFailure, report, withoutStack } from "../../../provider/dynamic/failures";
import { secret } from "../../../provider/dynamic/protocol";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import { customerId, password, refusal, someState } from "../fixtures";

describe("a report", () => {
    it("of one fault is that fault", () => {
        assert.equal(report(["a: is required."]), "a: is required.");
    });

    it("of several faults counts and lists them", () => {
        const text = report(["a: is required.", "b: is required."]);
        assert.equal(text, "2 faults:\n  - a: is required.\n  - b: is required.");
    });
});

describe("a partial failure", () => {
    const incomplete = new IncompleteResource(customerId, { ...someState(), x: undefined }, [
        "first",
        "second",
    ]);
    const failure = partialFailure(incomplete, { __provider: "text" }, [
        "userCredentials",
    ]) as Error & {
        id: string;
        properties: Record<string, unknown>;
        reasons: string[];
    };

    it("is what the engine takes for a resource that exists: id, properties and reasons", () => {
        assert.ok(failure instanceof Error);
        assert.equal(failure.id, customerId);
        assert.deepEqual(failure.reasons, ["first", "second"]);
        assert.equal(failure.properties.tenantId, customerId);
        assert.equal("x" in failure.properties, false);
    });

    it("carries the provider's text, without which no later operation could load the provider", () => {
        assert.equal(failure.properties.__provider, "text");
    });

    it("marks the password as a secret, and says nothing of it", () => {
        assert.deepEqual(
            failure.properties.userCredentials,
            secret({ userName: "admin", password }),
        );
        assert.ok(!failure.message.includes(password));
    });
});

describe("an error that is meant for a person", () => {
    it("carries no stack", () => {
        const error = withoutStack(refusal(403, "20002")) as Error;
        assert.doesNotMatch(`${error.stack}`, /\n|\.ts|\.js/);
        assert.match(error.message, /Could not do this/);
        assert.doesNotMatch(String(error), /Could not/);
    });

    it("keeps its message", () => {
        const error = new PartnerCenterError("first line\n  second line");
        assert.equal((withoutStack(error) as Error).message, "first line\n  second line");
    });

    it("is told from a bug, whose stack is needed", () => {
        const bug = new TypeError("a bug");
        const { stack } = bug;
        assert.equal(withoutStack(bug), bug);
        assert.equal(bug.stack, stack);
        assert.equal(withoutStack("text"), "text");
    });
});
