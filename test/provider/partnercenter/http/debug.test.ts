import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import { logExchange } from "../../../../provider/partnercenter/http/debug";
import { Network } from "../../../../provider/partnercenter/http/network";
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
        ["text that looks like a form", `${encodeURIComponent(password)}=`],
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

    it("masks what signs in, in the form that asks for a token", () => {
        const fields = ["client_secret", "refresh_token", "code", "device_code", "somethingNew"];
        const form = new URLSearchParams([
            ["grant_type", "authorization_code"],
            ["client_id", "an-application"],
            ...fields.map((name): [string, string] => [name, password]),
        ]);
        const text = logged(form.toString(), "{}", "1", {
            "content-type": "application/x-www-form-urlencoded;charset=utf-8",
        });
        assert.match(text, /"grant_type":"authorization_code","client_id":"an-application"/);
        assert.match(text, /"code":"\*\*\*"/);
        assert.ok(!text.includes(password) && !text.includes(encodeURIComponent(password)), text);
    });

    it("says why there is no answer", async () => {
        process.env.PARTNERCENTER_DEBUG = "1";
        const log = mock.method(console, "error", () => {});
        const nowhere = { ...request, url: "https://nowhere.invalid/v1/customers" };
        await assert.rejects(new Network().exchange({ ...nowhere, timeoutMs: 10_000 }));
        const text = log.mock.calls.map((call) => call.arguments.join(" ")).join("\n");
        assert.match(text, /nowhere\.invalid\/v1\/customers -> no answer in \d+ ms/);
        assert.match(text, /answered the connection to nowhere\.invalid failed \(E[A-Z_]+\)/);
        assert.ok(!text.includes(token));
    });

    it("masks the token, the query and all headers but the diagnostic ones", () => {
        const text = logged("{}", "{}");
        for (const hidden of [token, "Bearer", "Contoso", "cookie-value"]) {
            assert.ok(!text.includes(hidden), hidden);
        }
        assert.match(text, /vector\.1/);
    });
});

/** What is logged of an exchange with these bodies. */
function logged(
    asked: string,
    answered: string,
    debug: string | undefined = "1",
    headersAsked = {},
): string {
    if (debug !== undefined) {
        process.env.PARTNERCENTER_DEBUG = debug;
    }
    const log = mock.method(console, "error", () => {});
    const headers = { "ms-cv": "vector.1", "set-cookie": "cookie-value" };
    const bytes = new Uint8Array(Buffer.from(answered));
    const sent = { ...request, headers: { ...request.headers, ...headersAsked }, body: asked };
    logExchange(sent, { status: 201, headers, bytes }, 7);
    const text = log.mock.calls.map((call) => call.arguments.join(" ")).join("\n");
    log.mock.restore();
    return text;
}
