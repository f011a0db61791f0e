import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import { logExchange } from "../../../../provider/partnercenter/http/debug";
import { customerId, ids, password } from "../../fixtures";

const token = "t0ken-value";
const request = {
    method: "POST",
    url: "https://api.example.com/v1/customers?filter=Contoso&size=0",
    headers: { Authorization: `Bearer ${token}`, "MS-RequestId": ids.requestId },
    timeoutMs: 1,
};

afterEach(() => {
    delete process.env.PARTNERCENTER_DEBUG;
    mock.restoreAll();
});

describe("the debug log", () => {
    it("is silent unless it is asked for", () => {
        assert.equal(logged("{}", "{}", ""), "");
        assert.equal(logged("{}", "{}", "0"), "");
    });

    it("says what was asked and answered, with ids and enumerations", () => {
        const text = logged(
            JSON.stringify({ billingProfile: { defaultAddress: { country: "US" } } }),
            JSON.stringify({ id: customerId, items: [{ relationshipToPartner: "reseller" }] }),
        );
        assert.match(text, /POST https:\/\/api\.example\.com\/v1\/customers\?.* -> 201 in 7 ms/);
        for (const shown of [ids.requestId, customerId, "US", "reseller"]) {
            assert.ok(text.includes(shown), shown);
        }
    });

    const bodies: [title: string, body: string][] = [
        [
            "members, at any depth",
            JSON.stringify({ a: [{ userCredentials: { password, userName: "Ada" } }] }),
        ],
        ["members of members that are shown", JSON.stringify({ status: { password } })],
        ["members of tomorrow", JSON.stringify({ somethingNew: password })],
        ["a form", `grant_type=client_credentials&client_secret=${encodeURIComponent(password)}`],
        ["text", `Something about ${password}`],
        ["a page", `<html>password=${password}</html>`],
        ["half of JSON", `{"password":"${password}`],
        ["JSON behind a byte order mark", `\uFEFF${JSON.stringify({ password })}`],
        ["JSON that is a text", JSON.stringify(password)],
        ["a list of texts", JSON.stringify([password])],
    ];
    for (const [title, body] of bodies) {
        it(`masks the values of ${title}`, () => {
            for (const text of [logged(body, "{}"), logged("{}", body)]) {
                assert.ok(text.length > 0);
                assert.ok(
                    !text.includes(password) && !text.includes(encodeURIComponent(password)),
                    text,
                );
                assert.ok(!text.includes("Ada"));
            }
        });
    }

    it("masks the token, the query and all headers but the diagnostic ones", () => {
        const text = logged("{}", "{}");
        for (const hidden of [token, "Bearer", "Contoso", "cookie-value"]) {
            assert.ok(!text.includes(hidden), hidden);
        }
        assert.match(text, /vector\.1/);
    });
});

/** What is logged of an exchange with these bodies. */
function logged(asked: string, answered: string, debug: string | undefined = "1"): string {
    if (debug !== undefined) {
        process.env.PARTNERCENTER_DEBUG = debug;
    }
    const log = mock.method(console, "error", () => {});
    const headers = { "ms-cv": "vector.1", "set-cookie": "cookie-value" };
    const bytes = new Uint8Array(Buffer.from(answered));
    logExchange({ ...request, body: asked }, { status: 201, headers, bytes }, 7);
    const text = log.mock.calls.map((call) => call.arguments.join(" ")).join("\n");
    log.mock.restore();
    return text;
}
