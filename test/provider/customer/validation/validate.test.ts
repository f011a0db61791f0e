import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { validate } from "../../../../provider/customer/validation/validate";
import { context, inputsWith, resellerId, someInputs } from "../../fixtures";

describe("everything that can be known before a call", () => {
    it("is nothing for good arguments, new or old", () => {
        assert.deepEqual(validate(undefined, someInputs(), context), []);
        assert.deepEqual(validate(someInputs(), someInputs(), context), []);
    });

    it("is faults of the values and forbidden changes in one list", () => {
        const news = { ...inputsWith({ email: "x" }), associatedPartnerId: resellerId };
        const problems = validate(someInputs(), news, context);
        assert.deepEqual(
            problems.map((problem) => problem.split(":")[0]),
            ["billingProfile.email", "associatedPartnerId"],
        );
    });

    it("is no forbidden change for a new resource", () => {
        assert.deepEqual(
            validate(undefined, someInputs({ associatedPartnerId: resellerId }), context),
            [],
        );
    });
});
