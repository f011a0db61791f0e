import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { PublicClientApplication } from "@azure/msal-node";
import { at, simulatorFor } from "../harness";
import { askForToken, assertAccepted, authorityOf, confidential, scopes } from "./signIn";

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
