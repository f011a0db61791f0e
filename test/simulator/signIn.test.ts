import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import {
    AzurePipelinesCredential,
    ClientAssertionCredential,
    ClientCertificateCredential,
} from "@azure/identity";
import { ConfidentialClientApplication, PublicClientApplication } from "@azure/msal-node";
import jwt from "jsonwebtoken";
import {
    type Certificate,
    ensureCertificate,
    type FederatedTokenRequest,
    type Simulator,
} from "../../simulator/index";
import { at, call, simulatorFor } from "./harness";

const scopes = ["https://api.partnercenter.microsoft.com/.default"];

async function newCertificate(t: TestContext): Promise<Certificate> {
    const folder = mkdtempSync(join(tmpdir(), "sign-in-test-"));
    t.after(() => rmSync(folder, { recursive: true }));
    return ensureCertificate(folder);
}

function authorityOf({ authorityUrl, partner }: Simulator) {
    return {
        clientId: partner.clientId,
        authority: `${authorityUrl}/${partner.tenantId}`,
        knownAuthorities: [new URL(authorityUrl).host],
    };
}

function identityOptions({ authorityUrl }: Simulator) {
    return { authorityHost: authorityUrl, disableInstanceDiscovery: true };
}

async function assertAccepted(simulator: Simulator, token: string | undefined, kind: string) {
    assert.ok(token);
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    assert.equal(simulator.requests.at(-1)?.tokenKind, kind);
}

async function askForToken(simulator: Simulator, fields: Record<string, string>) {
    const { authority, clientId } = authorityOf(simulator);
    const response = await fetch(`${authority}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({ client_id: clientId, scope: scopes[0] ?? "", ...fields }),
    });
    const body: unknown = await response.json();
    return { status: response.status, body, code: at(body, "error_codes.0") };
}

test("both Microsoft libraries sign in with a certificate", async (t) => {
    const { certificate, privateKey } = await newCertificate(t);
    const simulator = await simulatorFor(t, { partner: { certificates: [certificate] } });
    const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(":", "");
    const application = new ConfidentialClientApplication({
        auth: { ...authorityOf(simulator), clientCertificate: { thumbprintSha256, privateKey } },
    });
    const answer = await application.acquireTokenByClientCredential({ scopes });
    await assertAccepted(simulator, answer?.accessToken, "app");
    const { tenantId, clientId } = simulator.partner;
    const credential = new ClientCertificateCredential(
        tenantId,
        clientId,
        { certificate: privateKey + certificate },
        identityOptions(simulator),
    );
    await assertAccepted(simulator, (await credential.getToken(scopes)).token, "app");
});

interface Assertion {
    header?: Record<string, string>;
    claims?: Record<string, unknown>;
    expiresInSeconds?: number;
    signedBy?: Certificate;
    code: number;
}

test("an assertion by certificate is checked in every part", async (t) => {
    const registered = await newCertificate(t);
    const other = await newCertificate(t);
    const simulator = await simulatorFor(t);
    simulator.directory.registerCertificate(registered.certificate);
    const { clientId } = simulator.partner;
    const audience = `${authorityOf(simulator).authority}/oauth2/v2.0/token`;
    const thumbprint = (pem: string, hash: string) =>
        createHash(hash).update(new X509Certificate(pem).raw).digest("base64url");
    const ask = ({ header, claims, expiresInSeconds = 300, signedBy = registered }: Assertion) => {
        const now = Math.floor(Date.now() / 1000);
        const payload = { aud: audience, iss: clientId, sub: clientId, ...claims };
        const assertion = jwt.sign(
            { nbf: now, exp: now + expiresInSeconds, ...payload },
            signedBy.privateKey,
            {
                algorithm: "RS256",
                header: {
                    alg: "RS256",
                    "x5t#S256": thumbprint(registered.certificate, "sha256"),
                    ...header,
                },
            },
        );
        return askForToken(simulator, {
            grant_type: "client_credentials",
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion: assertion,
        });
    };
    assert.equal((await ask({ code: 0 })).status, 200);
    const wrong: Record<string, Assertion> = {
        "another certificate": {
            header: { "x5t#S256": thumbprint(other.certificate, "sha256") },
            signedBy: other,
            code: 700027,
        },
        "another key": { signedBy: other, code: 700027 },
        "another audience": { claims: { aud: "https://example.com" }, code: 700023 },
        "another issuer": { claims: { iss: "someone" }, code: 700021 },
        "another subject": { claims: { sub: "someone" }, code: 700021 },
        "a time that is over": { expiresInSeconds: -1, code: 700024 },
        "a time to come": { claims: { nbf: Math.floor(Date.now() / 1000) + 310 }, code: 700024 },
    };
    for (const [what, assertion] of Object.entries(wrong)) {
        const { status, code } = await ask(assertion);
        assert.deepEqual([status, code], [401, assertion.code], what);
    }
});

test("a pipeline signs in by federation, through @azure/identity", async (t) => {
    const simulator = await simulatorFor(t);
    const { tenantId, clientId } = simulator.partner;
    const credential = new ClientAssertionCredential(
        tenantId,
        clientId,
        async () => simulator.issueFederatedToken(),
        identityOptions(simulator),
    );
    await assertAccepted(simulator, (await credential.getToken(scopes)).token, "app");
});

test("a job of Azure Pipelines signs in unchanged, and one of GitHub by its endpoint", async (t) => {
    const simulator = await simulatorFor(t);
    const { tenantId, clientId } = simulator.partner;
    process.env.SYSTEM_OIDCREQUESTURI = `${simulator.authorityUrl}/pipeline/jobs/azure`;
    t.after(() => delete process.env.SYSTEM_OIDCREQUESTURI);
    const credential = new AzurePipelinesCredential(
        tenantId,
        clientId,
        "connection",
        "job token",
        identityOptions(simulator),
    );
    await assertAccepted(simulator, (await credential.getToken(scopes)).token, "app");

    const url = `${simulator.authorityUrl}/pipeline/jobs/github?audience=api://AzureADTokenExchange`;
    assert.equal((await fetch(url)).status, 401);
    const given = await fetch(url, { headers: { authorization: "Bearer job" } });
    const answer = await askForToken(simulator, {
        grant_type: "client_credentials",
        client_assertion: String(at(await given.json(), "value")),
    });
    assert.equal(answer.status, 200);
});

const federated: readonly [string, FederatedTokenRequest, number][] = [
    ["another subject", { subject: "repo:someone/else:ref:refs/heads/main" }, 700213],
    ["another audience", { audience: "https://github.com/contoso" }, 700212],
    ["another issuer", { issuer: "https://example.com" }, 700211],
    ["a time that is over", { lifetimeSeconds: -1 }, 700024],
];

for (const [what, request, expected] of federated) {
    test(`a pipeline's token with ${what} gets AADSTS${expected}`, async (t) => {
        const simulator = await simulatorFor(t);
        const { status, code } = await askForToken(simulator, {
            grant_type: "client_credentials",
            client_assertion: simulator.issueFederatedToken(request),
        });
        assert.deepEqual([status, code], [401, expected]);
    });
}

test("an assertion that is no JWT gets AADSTS50027", async (t) => {
    const simulator = await simulatorFor(t);
    const fields = { grant_type: "client_credentials", client_assertion: "x" };
    assert.equal((await askForToken(simulator, fields)).code, 50027);
});

test("a rotated secret replaces the old one, and an expired one says so", async (t) => {
    const simulator = await simulatorFor(t);
    const ask = (client_secret: string) =>
        askForToken(simulator, { grant_type: "client_credentials", client_secret });
    const old = simulator.partner.clientSecret;
    simulator.directory.rotateClientSecret("new");
    assert.equal((await ask(old)).code, 7000215);
    assert.equal((await ask("new")).status, 200);
    assert.equal(simulator.settings().PARTNERCENTER_CLIENT_SECRET, "new");
    simulator.directory.expireClientSecret();
    assert.equal((await ask("new")).code, 7000222);
    simulator.directory.rotateClientSecret("newer");
    assert.equal((await ask("newer")).status, 200);
});

function confidential(simulator: Simulator): ConfidentialClientApplication {
    const { clientSecret } = simulator.partner;
    return new ConfidentialClientApplication({ auth: { ...authorityOf(simulator), clientSecret } });
}

test("@azure/msal-node exchanges a refresh token, which is rotated", async (t) => {
    const simulator = await simulatorFor(t);
    const application = confidential(simulator);
    const refreshToken = simulator.issueRefreshToken();
    const answer = await application.acquireTokenByRefreshToken({ refreshToken, scopes });
    await assertAccepted(simulator, answer?.accessToken, "appAndUser");
    const cached = JSON.parse(application.getTokenCache().serialize()) as object;
    const [kept] = Object.values(at(cached, "RefreshToken") as object);
    assert.notEqual(at(kept, "secret"), refreshToken);
});

test("a refresh token works again unless it is for a single use", async (t) => {
    for (const [singleUseRefreshTokens, again] of [
        [false, undefined],
        [true, 50173],
    ] as const) {
        const simulator = await simulatorFor(t, { singleUseRefreshTokens });
        const { clientSecret } = simulator.partner;
        const refresh = (token: string) =>
            askForToken(simulator, {
                grant_type: "refresh_token",
                client_secret: clientSecret,
                refresh_token: token,
            });
        const first = simulator.issueRefreshToken();
        const answer = await refresh(first);
        assert.equal(answer.status, 200);
        assert.equal((await refresh(first)).code, again);
        const next = String(at(answer.body, "refresh_token"));
        assert.equal((await refresh(next)).status, 200);
    }
});

test("refresh tokens are refused with their own codes, and never recorded", async (t) => {
    const simulator = await simulatorFor(t);
    const { clientSecret } = simulator.partner;
    const secret = { client_secret: clientSecret };
    const good = simulator.issueRefreshToken();
    for (const [fields, expected] of [
        [
            { ...secret, refresh_token: simulator.issueRefreshToken({ lifetimeSeconds: -1 }) },
            700082,
        ],
        [{ ...secret, refresh_token: "x" }, 9002313],
        [{ ...secret, refresh_token: simulator.issueToken({ kind: "app" }) }, 9002313],
        [{ refresh_token: good }, 7000218],
        [{ ...secret }, 900144],
    ] as const) {
        const { status, code } = await askForToken(simulator, {
            grant_type: "refresh_token",
            ...fields,
        });
        assert.equal(code, expected);
        assert.ok(status === 400 || status === 401);
    }
    assert.ok(!JSON.stringify(simulator.requests).includes(good));
});

test("a refresh token without MFA gives an access token without MFA", async (t) => {
    const simulator = await simulatorFor(t);
    const { clientSecret } = simulator.partner;
    const { body } = await askForToken(simulator, {
        grant_type: "refresh_token",
        client_secret: clientSecret,
        refresh_token: simulator.issueRefreshToken({ mfa: false }),
    });
    const token = String(at(body, "access_token"));
    const answer = await call(simulator, "GET /v1/customers", { token });
    assert.deepEqual([answer.status, at(answer.body, "code")], [401, 900421]);
});

test("a user consents on another device, through @azure/msal-node", async (t) => {
    const simulator = await simulatorFor(t);
    const application = new PublicClientApplication({ auth: authorityOf(simulator) });
    const answer = await application.acquireTokenByDeviceCode({
        scopes,
        deviceCodeCallback: ({ userCode }) => {
            assert.throws(() => simulator.directory.approveDeviceSignIn("x", { mfa: true }));
            // The library asks once in vain before the user has approved.
            setTimeout(
                () => simulator.directory.approveDeviceSignIn(userCode, { mfa: true }),
                1500,
            );
        },
    });
    await assertAccepted(simulator, answer?.accessToken, "appAndUser");
    const pending = simulator.requests.filter(({ status }) => status === 400);
    assert.ok(pending.length > 0);
});

test("a device code expires after a quarter of an hour, and can be exchanged once", async (t) => {
    const clock = { now: Date.now() };
    const simulator = await simulatorFor(t, { now: () => clock.now });
    const { authority, clientId } = authorityOf(simulator);
    const start = async () => {
        const body = new URLSearchParams({ client_id: clientId, scope: scopes[0] ?? "" });
        const asked = await fetch(`${authority}/oauth2/v2.0/devicecode`, { method: "POST", body });
        const answer: unknown = await asked.json();
        const userCode = String(at(answer, "user_code"));
        return { userCode, deviceCode: String(at(answer, "device_code")) };
    };
    const exchange = (device_code: string) =>
        askForToken(simulator, { grant_type: "device_code", device_code });
    const first = await start();
    assert.equal((await exchange(first.deviceCode)).code, 70016);
    clock.now += 900_000;
    const expired = await exchange(first.deviceCode);
    assert.deepEqual([expired.code, at(expired.body, "error")], [70020, "expired_token"]);
    assert.throws(() => simulator.directory.approveDeviceSignIn(first.userCode, { mfa: true }));
    const second = await start();
    simulator.directory.approveDeviceSignIn(second.userCode, { mfa: true });
    assert.equal((await exchange(second.deviceCode)).status, 200);
    assert.equal((await exchange(second.deviceCode)).code, 70000);
});

test("a browser is sent on only for the partner's application, to an address that is one", async (t) => {
    const simulator = await simulatorFor(t);
    const { authority, clientId } = authorityOf(simulator);
    for (const [query, code] of [
        [{ client_id: "another", redirect_uri: "http://localhost" }, 700016],
        [{ client_id: clientId }, 900144],
        [{ client_id: clientId, redirect_uri: "nowhere" }, 90102],
    ] as const) {
        const asked = await fetch(
            `${authority}/oauth2/v2.0/authorize?${new URLSearchParams(query)}`,
        );
        assert.equal(at(await asked.json(), "error_codes.0"), code);
    }
});

test("a user consents in a browser, through @azure/msal-node", async (t) => {
    const clock = { now: Date.now() };
    const simulator = await simulatorFor(t, { now: () => clock.now });
    const application = confidential(simulator);
    const redirectUri = "http://localhost:1234/done";
    const verifier = "v".repeat(43);
    const codeChallenge = createHash("sha256").update(verifier).digest("base64url");
    const challenge = { codeChallenge, codeChallengeMethod: "S256" };
    const codeFor = async () => {
        const url = await application.getAuthCodeUrl({
            scopes,
            redirectUri,
            state: "s",
            ...challenge,
        });
        const response = await fetch(url, { redirect: "manual" });
        const location = new URL(response.headers.get("location") ?? "");
        assert.equal(`${location.origin}${location.pathname}`, redirectUri);
        assert.equal(location.searchParams.get("state"), "s");
        return location.searchParams.get("code") ?? "";
    };
    const code = await codeFor();
    const request = { scopes, redirectUri, code, codeVerifier: verifier };
    const answer = await application.acquireTokenByCode(request);
    await assertAccepted(simulator, answer.accessToken, "appAndUser");
    await assert.rejects(application.acquireTokenByCode(request), /AADSTS54005/);
    const other = { ...request, code: await codeFor(), codeVerifier: "w".repeat(43) };
    await assert.rejects(application.acquireTokenByCode(other), /AADSTS50148/);
    const elsewhere = { ...request, code: await codeFor(), redirectUri: `${redirectUri}/2` };
    await assert.rejects(application.acquireTokenByCode(elsewhere), /AADSTS500112/);
    const late = { ...request, code: await codeFor() };
    clock.now += 10 * 60 * 1000;
    await assert.rejects(application.acquireTokenByCode(late), /AADSTS70008/);
});
