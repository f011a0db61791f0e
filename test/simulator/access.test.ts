import assert from "node:assert/strict";
import { test } from "node:test";
import type { TokenRequest } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const refusals: Record<string, [Partial<TokenRequest>, number, number]> = {
    "an expired token": [{ lifetimeSeconds: -1 }, 401, 400],
    "a token for the retired Azure AD Graph": [
        { audience: "https://graph.windows.net" },
        401,
        900420,
    ],
    "a token for another cloud": [
        { audience: "https://partner.partnercenterapi.microsoftonline.cn" },
        401,
        900420,
    ],
    "a token of another tenant": [{ tenantId: "11111111-2222-3333-4444-555555555555" }, 401, 400],
    "a user's token without MFA": [{ kind: "appAndUser", mfa: false }, 401, 900421],
};

for (const [what, [request, status, code]] of Object.entries(refusals)) {
    test(`${what} gets ${status} with code ${code}`, async (t) => {
        const simulator = await simulatorFor(t);
        const token = simulator.issueToken({ kind: "app", ...request });
        const answer = await call(simulator, "GET /v1/customers", { token });
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
    });
}

for (const [what, token, code] of [
    ["no token", "", 800001],
    ["something that is no token", "abc", 400],
] as const) {
    test(`${what} gets 401 with code ${code}, or an empty 401 by option`, async (t) => {
        const explained = await simulatorFor(t);
        const answer = await call(explained, "GET /v1/customers", { token });
        assert.deepEqual([answer.status, at(answer.body, "code")], [401, code]);
        const silent = await simulatorFor(t, { uncertain: { unauthorisedBody: "empty" } });
        const empty = await call(silent, "GET /v1/customers", { token });
        assert.deepEqual([empty.status, empty.text], [401, ""]);
    });
}

test("a token that somebody else signed is refused", async (t) => {
    const simulator = await simulatorFor(t);
    const other = await simulatorFor(t, {
        certificateFolder: `${process.env.TMPDIR ?? "/tmp"}/pc-${process.pid}`,
    });
    const token = other.issueToken({ kind: "app" });
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 401);
});

test("a token expires by the simulator's clock", async (t) => {
    let now = Date.now();
    const simulator = await simulatorFor(t, { now: () => now, tokenLifetimeSeconds: 60 });
    const token = simulator.issueToken({ kind: "app" });
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    now += 61_000;
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 401);
});

test("the audience may be the application id of Partner Center, or end in a slash", async (t) => {
    const simulator = await simulatorFor(t);
    for (const audience of [
        "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd",
        "https://api.partnercenter.microsoft.com/",
    ]) {
        const token = simulator.issueToken({ kind: "app", audience });
        assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    }
});

// docs: the prerequisites of each operation's page. ID stands for a customer.
const operations: readonly [string, "either" | "userOnly"][] = [
    ["GET /v1/customers", "either"],
    ["GET /v1/customers/ID", "either"],
    ["GET /v1/customers/ID/profiles/billing", "either"],
    ["GET /v1/customers/ID/subscriptions", "either"],
    ["GET /v1/customers/ID/orders", "either"],
    ["GET /v1/customers/ID/products/DZH318Z0BPS6/skus/0001/availabilities", "either"],
    ["GET /v1/countryvalidationrules/US", "either"],
    ["GET /v1/validations/checkdomainavailability/contoso", "either"],
    ["HEAD /v1/domains/contoso.onmicrosoft.com", "either"],
    ["POST /v1/validations/address", "either"],
    ["GET /v1/customers/ID/profiles/company", "userOnly"],
    ["GET /v1/customers/ID/relationships", "userOnly"],
    ["GET /v1/customers/relationshiprequests", "userOnly"],
    ["GET /v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf", "userOnly"],
    [
        `GET /v1/customers?size=0&filter=${encodeURIComponent(
            '{"Field":"IndirectReseller","Value":"484e548c-f5f3-4528-93a9-c16c6373cb59","Operator":"starts_with"}',
        )}`,
        "userOnly",
    ],
    ["GET /v1/customers/ID/organization", "either"],
    ["GET /v1/customers/ID/customDomains", "either"],
    ["GET /v1/profiles/organization", "userOnly"],
    ["PATCH /v1/customers/ID", "userOnly"],
    ["DELETE /v1/customers/ID", "either"],
];

test("an application alone may do what is documented, and nothing else", async (t) => {
    const simulator = await simulatorFor(t);
    const app = simulator.issueToken({ kind: "app" });
    const id = await createCustomer(simulator);
    for (const [line, who] of operations) {
        const body = /^(POST|PATCH)/.test(line) ? { addressLine1: "x", country: "US" } : undefined;
        const named = line.replace("ID", id);
        const alone = await call(simulator, named, { body, token: app });
        if (who === "userOnly") {
            assert.deepEqual([alone.status, at(alone.body, "code")], [403, 900329], line);
            const withUser = await call(simulator, named, { body });
            assert.notEqual(withUser.status, 403, line);
        } else {
            assert.ok(alone.status < 300, `${line}: ${alone.status}`);
        }
    }
    const made = await call(simulator, "POST /v1/customers", { body: customerBody(), token: app });
    assert.equal(made.status, 201);
});

test("ValidateMfa is answered for a user, also in a refusal", async (t) => {
    const simulator = await simulatorFor(t);
    const headers = { ValidateMfa: "true" };
    for (const mfa of [true, false]) {
        const token = simulator.issueToken({ kind: "appAndUser", mfa });
        const answer = await call(simulator, "GET /v1/customers", { headers, token });
        assert.equal(answer.headers.get("ismfacompliant"), String(mfa));
    }
});

test("a user without MFA may pass by option, and is reported", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { missingMfa: "reported" } });
    const token = simulator.issueToken({ kind: "appAndUser", mfa: false });
    const headers = { ValidateMfa: "true" };
    const answer = await call(simulator, "GET /v1/customers", { headers, token });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("ismfacompliant"), "false");
});

test("every answer carries the service's headers and the request's own ids", async (t) => {
    const simulator = await simulatorFor(t);
    const ids = { "MS-RequestId": "a".repeat(8), "MS-CorrelationId": "b".repeat(8) };
    const locale = { "X-Locale": "de-DE" };
    for (const path of ["/v1/customers", "/v1/customers/x", "/v1/nothing"]) {
        const { headers } = await call(simulator, `GET ${path}`, {
            headers: { ...ids, ...locale },
        });
        assert.equal(headers.get("ms-requestid"), "aaaaaaaa");
        assert.equal(headers.get("ms-correlationid"), "bbbbbbbb");
        assert.equal(headers.get("x-locale"), "de-DE");
        assert.match(headers.get("ms-cv") ?? "", /^.{16}\.0$/);
        assert.ok(headers.get("ms-serverid"));
        assert.equal(headers.get("content-type"), "application/json; charset=utf-8");
    }
    const { headers } = await call(simulator, "GET /v1/customers", { token: "none" });
    assert.match(headers.get("ms-requestid") ?? "", /^[0-9a-f-]{36}$/);
    assert.match(headers.get("ms-correlationid") ?? "", /^[0-9a-f-]{36}$/);
});

test("an error has the shape and the type of code that were asked for", async (t) => {
    for (const [errorShape, codeType, members, code] of [
        ["classic", "number", ["code", "data", "description", "source"], 60003],
        ["classic", "string", ["code", "data", "description", "source"], "60003"],
        [
            "newer",
            "number",
            [
                "code",
                "description",
                "errorMessageExtended",
                "errorName",
                "isRetryable",
                "message",
                "parameters",
            ],
            60003,
        ],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { errorShape, codeType } });
        const path = "/v1/customers/11111111-2222-3333-4444-555555555555";
        const { body } = await call(simulator, `GET ${path}`);
        assert.deepEqual(Object.keys(body as object).sort(), members);
        assert.equal(at(body, "code"), code);
    }
});

test("MS-Contract-Version is required only by option", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { contractVersion: "required" } });
    assert.equal((await call(simulator, "GET /v1/customers")).status, 400);
    const headers = { "MS-Contract-Version": "v1" };
    assert.equal((await call(simulator, "GET /v1/customers", { headers })).status, 200);
});

test("requests about customers are throttled by the minute, in the gateway's words", async (t) => {
    let now = Date.now();
    const simulator = await simulatorFor(t, { requestsPerMinute: 2, now: () => now });
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
    now += 3000;
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
    const refused = await call(simulator, "GET /v1/customers");
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "57");
    assert.deepEqual(refused.body, {
        statusCode: 429,
        message: "Rate limit is exceeded. Try again in 57 seconds.",
    });
    const query = "GET /v1/migrations/newcommerce?externalReferenceId=batch";
    assert.equal((await call(simulator, query)).status, 429);
    assert.equal((await call(simulator, "GET /v1/countryvalidationrules/US")).status, 200);
    now += 57_000;
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
});
