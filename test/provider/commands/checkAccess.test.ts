import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Access } from "../../../provider/commands/checkAccess/access";
import { operations } from "../../../provider/partnercenter/operations";
import type { Simulator } from "../../../simulator/index";
import { addressesOf, type Outcome, runCommand, simulatorFor } from "./harness";

test("an application alone is told by its secret, with what it may not do and what to do about it", async (t) => {
    const simulator = await simulatorFor(t);
    const { exitCode, out, err } = await check(simulator, simulator.settings());
    assert.deepEqual([exitCode, err], [0, ""]);
    for (const fact of [
        /^Credential +clientSecret \(PARTNERCENTER_CLIENT_SECRET\)$/m,
        /^Cloud +global$/m,
        new RegExp(`^ +API +${simulator.apiUrl}$`, "m"),
        new RegExp(`^ +sign-in +${simulator.authorityUrl}$`, "m"),
        /^Speaks for +the application alone \(app-only\)$/m,
        new RegExp(`^ +tenant +${simulator.partner.tenantId}$`, "m"),
        new RegExp(`^ +application +${simulator.partner.clientId}$`, "m"),
        /^ +MFA claim +none, and none is needed/m,
        /^Accepted +yes/m,
        /^ +yes +create direct customers$/m,
        /^ +no +create customers of an indirect reseller/m,
        /^For what it may not: Set refreshToken.*partnercenter consent/m,
    ]) {
        assert.match(out, fact);
    }
    assert.doesNotMatch(out, /isMfaCompliant|^ +MFA {2,}/m);
});

test("it signs in once and asks Partner Center once", async (t) => {
    const simulator = await simulatorFor(t);
    await check(simulator, simulator.settings());
    const asked = simulator.requests.map(({ method, path }) => `${method} ${path}`);
    assert.equal(asked.filter((line) => line.includes("/token")).length, 1);
    assert.equal(asked.filter((line) => line.includes("/v1/")).length, 1);
    assert.ok(asked.includes("GET /v1/customers"), asked.join(", "));
});

test("what the credential won over is named, in other places and in other settings", async (t) => {
    const simulator = await simulatorFor(t);
    const { out } = await check(simulator, {
        ...simulator.settings(),
        ARM_CLIENT_SECRET: "another-secret",
        AZURE_CLIENT_CERTIFICATE_PATH: "/nowhere.pem",
    });
    assert.match(out, /instead of +clientCertificatePath \(AZURE_CLIENT_CERTIFICATE_PATH\)/);
    assert.match(out, /instead of +clientSecret \(ARM_CLIENT_SECRET\)/);
});

test("with a profile, its variables count, as for an explicit provider", async (t) => {
    const simulator = await simulatorFor(t);
    const { PARTNERCENTER_CLIENT_SECRET = "", ...rest } = simulator.settings();
    const settings = {
        ...rest,
        PARTNERCENTER_CLIENT_SECRET: "of-another-partner",
        PARTNERCENTER_EU_CLIENT_SECRET: PARTNERCENTER_CLIENT_SECRET,
    };
    const { exitCode, out } = await check(simulator, settings, "--profile", "eu");
    assert.equal(exitCode, 0);
    assert.match(out, /^Credential +clientSecret \(PARTNERCENTER_EU_CLIENT_SECRET\)$/m);
    assert.match(out, /instead of +clientSecret \(PARTNERCENTER_CLIENT_SECRET\)/);
    assert.doesNotMatch(out, /of-another-partner/);
});

test("a user's token with MFA may do everything, and --json says the same", async (t) => {
    const simulator = await simulatorFor(t);
    const settings = withToken(simulator, { kind: "appAndUser" });
    const words = await check(simulator, settings);
    assert.match(words.out, /^ +user +admin@partner\.onmicrosoft\.com$/m);
    assert.match(words.out, /^ +MFA claim +yes/m);
    assert.match(words.out, /^ +MFA +compliant$/m);
    assert.doesNotMatch(words.out, /^ +no /m);

    const { exitCode, out, err } = await check(simulator, settings, "--json");
    assert.deepEqual([exitCode, err], [0, ""]);
    const { identity, ...access } = accessIn(out);
    const { endsAt = "", ...who } = identity ?? {};
    assert.deepEqual(who, {
        kind: "applicationAndUser",
        tenantId: simulator.partner.tenantId,
        applicationId: simulator.partner.clientId,
        userPrincipalName: "admin@partner.onmicrosoft.com",
        mfa: true,
    });
    assert.ok(Date.parse(endsAt) > Date.now());
    assert.deepEqual(access, {
        signedIn: true,
        accepted: true,
        credential: { from: "accessToken (PARTNERCENTER_ACCESS_TOKEN)", insteadOf: [] },
        cloud: {
            name: "global",
            apiUrl: simulator.apiUrl,
            authorityUrl: simulator.authorityUrl,
        },
        isMfaCompliant: true,
        operations: Object.entries(operations).map(([name, { does }]) => ({
            name,
            does,
            may: "yes",
        })),
    });
});

test("what it may and may not is told apart, and makes sense without the call it came from", async (t) => {
    const simulator = await simulatorFor(t);
    const { out } = await check(simulator, simulator.settings());
    const [, list = ""] = out.split("May this sign-in\n");
    const told = [...list.matchAll(/^ +(?:yes|no) +(.+)$/gm)].map(([, does]) => does);
    assert.equal(told.length, Object.keys(operations).length);
    assert.deepEqual(
        told.filter((does, index) => told.indexOf(does) !== index || /\bthis\b/.test(String(does))),
        [],
    );
});

test("a user's token without MFA is refused, with the reason and the remedy", async (t) => {
    const simulator = await simulatorFor(t);
    const settings = withToken(simulator, { kind: "appAndUser", mfa: false });
    const { exitCode, out, err } = await check(simulator, settings);
    assert.equal(exitCode, 1);
    assert.match(out, /^Signed in +yes$/m);
    assert.match(out, /^ +MFA claim +no: .*partnercenter consent/m);
    assert.match(out, /^Accepted +no$/m);
    assert.match(out, /^ +MFA +not compliant$/m);
    assert.doesNotMatch(out, /May this sign-in/);
    assert.match(err, /900421[\s\S]*consent/);
});

test("where MFA is only reported, such a token is accepted, and the report says it", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { missingMfa: "reported" } });
    const settings = withToken(simulator, { kind: "appAndUser", mfa: false });
    const { exitCode, out } = await check(simulator, settings, "--json");
    const { accepted, isMfaCompliant, identity } = accessIn(out);
    assert.deepEqual([exitCode, accepted, isMfaCompliant], [0, true, false]);
    assert.equal(identity?.mfa, false);
});

test("a refresh token and its application's secret belong together: neither won over the other", async (t) => {
    const simulator = await simulatorFor(t);
    const refreshToken = simulator.issueRefreshToken();
    const settings = { ...simulator.settings(), PARTNERCENTER_REFRESH_TOKEN: refreshToken };
    const { exitCode, out } = await check(simulator, settings, "--json");
    const { credential, identity } = accessIn(out);
    assert.equal(exitCode, 0);
    assert.deepEqual(credential, {
        from: "refreshToken (PARTNERCENTER_REFRESH_TOKEN)",
        insteadOf: [],
    });
    assert.equal(identity?.kind, "applicationAndUser");
    assert.ok(!out.includes(refreshToken));
});

test("an opaque token tells nothing of itself", async (t) => {
    const simulator = await simulatorFor(t);
    const settings = { ...addressesOf(simulator), PARTNERCENTER_ACCESS_TOKEN: "opaque-t0ken" };
    const { exitCode, out, err } = await check(simulator, settings);
    assert.equal(exitCode, 1);
    assert.match(out, /^Speaks for +unknown/m);
    assert.match(err, /HTTP 401/);
});

test("an expired token and one for another audience are refused, with the reason", async (t) => {
    const simulator = await simulatorFor(t);
    for (const [request, reason] of [
        [{ kind: "app", lifetimeSeconds: -60 }, /expired/],
        [{ kind: "app", audience: "https://graph.microsoft.com" }, /900420/],
    ] as const) {
        const { exitCode, err } = await check(simulator, withToken(simulator, request));
        assert.equal(exitCode, 1);
        assert.match(err, reason);
    }
});

test("a wrong secret is refused by sign-in, with the remedy, also as JSON", async (t) => {
    const simulator = await simulatorFor(t);
    const settings = { ...simulator.settings(), PARTNERCENTER_CLIENT_SECRET: "wr0ng-secret" };
    const { exitCode, out, err } = await check(simulator, settings, "--json");
    const access = accessIn(out);
    assert.equal(exitCode, 1);
    assert.deepEqual([access.signedIn, access.accepted, access.operations], [false, false, []]);
    assert.match(access.failure ?? "", /AADSTS7000215[\s\S]*the secret's value/);
    assert.match(err, /AADSTS7000215/);
});

test("a Partner Center and a sign-in that cannot be reached are named, at once", async (t) => {
    const simulator = await simulatorFor(t);
    const nowhere = `https://localhost:${await unusedPort()}`;
    for (const name of ["PARTNERCENTER_API_URL", "PARTNERCENTER_AUTHORITY_URL"]) {
        const startedAt = Date.now();
        const { exitCode, err } = await check(simulator, {
            ...simulator.settings(),
            [name]: nowhere,
        });
        assert.equal(exitCode, 1);
        assert.match(err, /the connection to localhost:\d+ failed \(ECONNREFUSED\)/);
        assert.ok(Date.now() - startedAt < 20_000);
    }
});

test("nor does the debug log print a secret or a token", async (t) => {
    const simulator = await simulatorFor(t);
    const settings = { ...simulator.settings(), PARTNERCENTER_DEBUG: "1" };
    const { exitCode, err } = await check(simulator, settings);
    assert.equal(exitCode, 0);
    assert.match(err, /partnercenter: POST \S+\/token\S* -> 200/);
});

test("a throttled Partner Center is not asked again", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: { path: "/v1/customers$" }, status: 429, retryAfter: "1" });
    const { exitCode, err } = await check(simulator, simulator.settings());
    assert.equal(exitCode, 1);
    assert.match(err, /HTTP 429/);
    assert.deepEqual(simulator.pendingMisbehaviours, []);
});

test("a certificate file that cannot be read is named", async (t) => {
    const simulator = await simulatorFor(t);
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true }));
    const path = join(folder, "certificate.pem");
    await writeFile(path, "no certificate");
    const { exitCode, err } = await check(simulator, {
        ...addressesOf(simulator),
        PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path,
    });
    assert.equal(exitCode, 1);
    assert.match(err, /certificate\.pem \(clientCertificatePath\) holds no certificate/);
});

for (const [what, settings, reason] of [
    ["no credential", {}, /no credential.*PARTNERCENTER_TENANT_ID.*stack/],
    [
        "half a credential",
        { PARTNERCENTER_CLIENT_SECRET: "half-a-s3cret" },
        /clientSecret \(PARTNERCENTER_CLIENT_SECRET\) is half a credential: set tenantId and clientId too/,
    ],
    [
        "two credentials in one place",
        { PARTNERCENTER_ACCESS_TOKEN: "half-a-s3cret", PARTNERCENTER_USE_AZURE_CLI: "true" },
        /contradict each other/,
    ],
    ["an unknown cloud", { PARTNERCENTER_CLOUD: "mars" }, /must be one of global/],
] as const) {
    test(`${what} is wrong use, with exit code 2 and one sentence`, async () => {
        const { exitCode, out, err } = await runCommand(["check-access"], settings);
        assert.deepEqual([exitCode, out], [2, ""]);
        assert.match(err, reason);
        assert.doesNotMatch(err, /half-a-s3cret|\n {4}at /);
    });
}

/** Runs the check, and looks for secrets and tokens in all that it printed. */
async function check(
    simulator: Simulator,
    settings: Record<string, string>,
    ...args: string[]
): Promise<Outcome> {
    const outcome = await runCommand(["check-access", ...args], settings);
    const printed = outcome.out + outcome.err;
    const secrets = Object.entries(settings).filter(([name]) => /SECRET|TOKEN$/.test(name));
    for (const [name, secret] of secrets) {
        assert.ok(!printed.includes(secret), `${name} was printed`);
    }
    assert.doesNotMatch(printed, /eyJ[\w-]+\./, "a token was printed");
    assert.ok(!printed.includes(simulator.partner.clientSecret), "a secret was printed");
    return outcome;
}

function withToken(simulator: Simulator, request: Parameters<Simulator["issueToken"]>[0]) {
    return {
        ...addressesOf(simulator),
        PARTNERCENTER_ACCESS_TOKEN: simulator.issueToken(request),
    };
}

function accessIn(out: string): Access {
    return JSON.parse(out) as Access;
}

async function unusedPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === "object" && address !== null ? address.port : 0;
}
