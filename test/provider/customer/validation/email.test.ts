import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emailProblem } from "../../../../provider/customer/validation/email";

describe("an email address", () => {
    for (const email of [
        "billing@contoso.com",
        "o'brien+invoices@contoso.co.uk",
        "jürgen@müller.de",
        "a@xn--80ak6aa92e.xn--p1ai",
        "x@notmicrosoft.com",
    ]) {
        it(`is accepted: ${email}`, () => {
            assert.equal(emailProblem(email), undefined);
        });
    }

    for (const email of [
        "",
        "billing",
        "billing@",
        "@contoso.com",
        "a b@contoso.com",
        "a@b",
        "a@b.",
    ]) {
        it(`is refused: "${email}"`, () => {
            assert.match(emailProblem(email) ?? "accepted", /must be an email address/);
        });
    }

    it("is not Microsoft's", () => {
        assert.match(emailProblem("someone@Microsoft.com") ?? "accepted", /@microsoft\.com/);
    });
});
