import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, simulatorFor } from "../harness";
import { askForToken, assertAccepted, confidential, scopes } from "./signIn";

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
