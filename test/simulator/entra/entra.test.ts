import assert from "node:assert/strict";
import { createPublicKey, type JsonWebKey } from "node:crypto";
import { test } from "node:test";
import jwt from "jsonwebtoken";
import type { Simulator } from "../../../simulator/index";
import { at, call, simulatorFor } from "../harness";

const scope = "https://api.partnercenter.microsoft.com/.default";

function goodForm({ partner }: Simulator): Record<string, string> {
    return {
        grant_type: "client_credentials",
        client_id: partner.clientId,
        client_secret: partner.clientSecret,
        scope,
    };
}

interface TokenAnswer {
    status: number;
    body: unknown;
}

async function askForToken(
    simulator: Simulator,
    change: Record<string, string | undefined> = {},
    path = `/${simulator.partner.tenantId}/oauth2/v2.0/token`,
): Promise<TokenAnswer> {
    const fields = Object.entries({ ...goodForm(simulator), ...change });
    const given = fields.filter((field): field is [string, string] => field[1] !== undefined);
    const response = await fetch(simulator.authorityUrl + path, {
        method: "POST",
        body: new URLSearchParams(given),
    });
    return { status: response.status, body: await response.json() };
}

test("the right secret gets a token that the API accepts, and that says whose it is", async (t) => {
    const simulator = await simulatorFor(t, { tokenLifetimeSeconds: 120 });
    const { status, body } = await askForToken(simulator);
    assert.equal(status, 200);
    assert.equal(at(body, "token_type"), "Bearer");
    assert.equal(at(body, "expires_in"), 120);
    const token = String(at(body, "access_token"));
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    assert.equal(simulator.requests.at(-1)?.tokenKind, "app");

    const keysUrl = `${simulator.authorityUrl}/${simulator.partner.tenantId}/discovery/v2.0/keys`;
    const key = at(await (await fetch(keysUrl)).json(), "keys.0") as JsonWebKey;
    const claims = jwt.verify(token, createPublicKey({ key, format: "jwk" }), {
        audience: "https://api.partnercenter.microsoft.com",
        issuer: `${simulator.authorityUrl}/${simulator.partner.tenantId}/v2.0`,
    }) as jwt.JwtPayload;
    assert.equal(claims.tid, simulator.partner.tenantId);
    assert.equal(claims.appid, simulator.partner.clientId);
    assert.equal(claims.exp, (claims.iat ?? 0) + 120);
    assert.equal(claims.upn, undefined);
});

test("a user's token has the claims of a user", async (t) => {
    const simulator = await simulatorFor(t);
    const claims = jwt.decode(simulator.issueToken({ kind: "appAndUser" })) as jwt.JwtPayload;
    assert.equal(claims.scp, "user_impersonation");
    assert.deepEqual(claims.amr, ["pwd", "mfa"]);
    assert.match(claims.upn, /@/);
});

test("the older endpoint takes a resource in the place of a scope", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/${simulator.partner.tenantId}/oauth2/token`;
    const resource = "https://api.partnercenter.microsoft.com";
    const { status } = await askForToken(simulator, { scope: undefined, resource }, path);
    assert.equal(status, 200);
});

test("ids given in capitals are those in small letters", async (t) => {
    const tenantId = "AAAAAAAA-2222-3333-4444-555555555555";
    const simulator = await simulatorFor(t, { partner: { tenantId, clientId: tenantId } });
    assert.equal((await askForToken(simulator, { client_id: tenantId })).status, 200);
});

test("the tenant may be named by its domain", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/${simulator.partner.domain}/oauth2/v2.0/token`;
    assert.equal((await askForToken(simulator, {}, path)).status, 200);
});

const refusals: Record<
    string,
    [Record<string, string | undefined>, number, string, number, string?]
> = {
    "a wrong secret": [{ client_secret: "no" }, 401, "invalid_client", 7000215],
    "no secret": [{ client_secret: undefined }, 401, "invalid_client", 7000218],
    "an unknown application": [
        { client_id: "11111111-2222-3333-4444-555555555555" },
        400,
        "unauthorized_client",
        700016,
    ],
    "no application": [{ client_id: undefined }, 400, "invalid_request", 900144],
    "an unknown tenant": [{}, 400, "invalid_request", 90002, "/contoso.com/oauth2/v2.0/token"],
    "an unknown resource": [
        { scope: "https://example.com/.default" },
        400,
        "invalid_resource",
        500011,
    ],
    "a scope without /.default": [
        { scope: "https://api.partnercenter.microsoft.com/user_impersonation" },
        400,
        "invalid_scope",
        1002012,
    ],
    "no scope": [{ scope: undefined }, 400, "invalid_request", 900144],
    "another grant": [{ grant_type: "password" }, 400, "unsupported_grant_type", 70003],
    "no grant": [{ grant_type: undefined }, 400, "invalid_request", 900144],
};

for (const [what, [change, status, error, code, path]] of Object.entries(refusals)) {
    test(`a token request with ${what} gets ${error} with AADSTS${code}`, async (t) => {
        const simulator = await simulatorFor(t);
        const answer = await askForToken(simulator, change, path);
        assert.equal(answer.status, status);
        assert.equal(at(answer.body, "error"), error);
        assert.deepEqual(at(answer.body, "error_codes"), [code]);
        assert.match(String(at(answer.body, "error_description")), new RegExp(`^AADSTS${code}: `));
        for (const member of ["trace_id", "correlation_id", "timestamp", "error_uri"]) {
            assert.ok(at(answer.body, member), member);
        }
    });
}

test("a token for another resource is made, and refused by the API", async (t) => {
    const simulator = await simulatorFor(t);
    const change = { scope: "https://graph.microsoft.com/.default" };
    const token = String(at((await askForToken(simulator, change)).body, "access_token"));
    const answer = await call(simulator, "GET /v1/customers", { token });
    assert.deepEqual([answer.status, at(answer.body, "code")], [401, 900420]);
});

test("21Vianet has its own resource", async (t) => {
    const simulator = await simulatorFor(t, { cloud: "china" });
    const change = { scope: "https://partner.partnercenterapi.microsoftonline.cn/.default" };
    for (const [fields, status] of [
        [change, 200],
        [{}, 401],
    ] as const) {
        const token = String(at((await askForToken(simulator, fields)).body, "access_token"));
        assert.equal((await call(simulator, "GET /v1/customers", { token })).status, status);
    }
});

test("discovery documents name the simulator's own endpoints", async (t) => {
    const { authorityUrl, partner } = await simulatorFor(t);
    const tenant = `${authorityUrl}/${partner.tenantId}`;
    const query = new URLSearchParams({
        "api-version": "1.1",
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    });
    const instance = await (
        await fetch(`${authorityUrl}/common/discovery/instance?${query}`)
    ).json();
    const configurationUrl = `${tenant}/v2.0/.well-known/openid-configuration`;
    assert.equal(at(instance, "tenant_discovery_endpoint"), configurationUrl);
    const common = await (await fetch(`${authorityUrl}/common/discovery/instance`)).json();
    assert.match(String(at(common, "tenant_discovery_endpoint")), /[^/]\/common\/v2\.0\//);
    assert.deepEqual(at(instance, "metadata.0.aliases"), [new URL(authorityUrl).host]);
    const configuration = await (await fetch(configurationUrl)).json();
    assert.equal(at(configuration, "issuer"), `${tenant}/v2.0`);
    assert.equal(at(configuration, "token_endpoint"), `${tenant}/oauth2/v2.0/token`);
    assert.equal((await fetch(String(at(configuration, "jwks_uri")))).status, 200);
});

test("token requests are recorded without secrets, and tokens never", async (t) => {
    const simulator = await simulatorFor(t);
    const { body } = await askForToken(simulator);
    const token = String(at(body, "access_token"));
    await call(simulator, "GET /v1/customers", { token });
    const recorded = JSON.stringify(simulator.requests);
    assert.ok(!recorded.includes(simulator.partner.clientSecret));
    assert.ok(!recorded.includes(token));
    assert.deepEqual(simulator.requests[0]?.body, {
        ...goodForm(simulator),
        client_secret: "***",
    });
    assert.equal(simulator.requests[1]?.headers.authorization, "Bearer ***");
});
