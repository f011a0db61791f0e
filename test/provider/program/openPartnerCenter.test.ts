import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { ClientSecretCredential } from "@azure/identity";
import { openPartnerCenter, type TokenCredential } from "../../../provider/index";
import { ConfigurationError, CredentialError } from "../../../provider/partnercenter/errors";
import { type Simulator, startSimulator } from "../../../simulator/index";

const projectRoot = resolve(__dirname, "../../..");
const scope = "https://api.partnercenter.microsoft.com/.default";

test("a program opens Partner Center by options, which count before the environment", async (t) => {
    const simulator = await simulatorFor(t);
    process.env.PARTNERCENTER_CLIENT_SECRET = "of-the-environment";
    t.after(() => {
        delete process.env.PARTNERCENTER_CLIENT_SECRET;
    });
    const partner = await openPartnerCenter(optionsFor(simulator));
    assert.deepEqual(await partner.begin().findCustomersByDomain("contoso"), []);
});

test("what the options leave out comes from the environment", async (t) => {
    const simulator = await simulatorFor(t);
    const { clientSecret, ...options } = optionsFor(simulator);
    process.env.PARTNERCENTER_CLIENT_SECRET = clientSecret;
    t.after(() => {
        delete process.env.PARTNERCENTER_CLIENT_SECRET;
    });
    const partner = await openPartnerCenter({ ...options, clientSecret: undefined });
    assert.equal(await partner.begin().partnerTenantId(), simulator.partner.tenantId);
});

test("operations have a correlation id and a time budget of their own, and share one token", async (t) => {
    const simulator = await simulatorFor(t);
    const partner = await openPartnerCenter({ ...optionsFor(simulator), retryBudgetSeconds: 60 });
    const one = partner.begin();
    await one.isDomainTaken("contoso.onmicrosoft.com");
    await one.isDomainTaken("fabrikam.onmicrosoft.com");
    await partner.begin().isDomainTaken("contoso.onmicrosoft.com");
    const calls = simulator.requests.filter(({ path }) => path.startsWith("/v1/"));
    const [first, second, third] = calls.map(({ correlationId }) => correlationId);
    assert.equal(first, second);
    assert.notEqual(first, third);
    assert.equal(simulator.requests.filter(({ path }) => path.endsWith("/token")).length, 1);
    assert.ok(one.deadline <= Date.now() + 60_000);
});

test("a program's own credential is asked for Partner Center's scope, and its answer is a text or a token with its end", async (t) => {
    const simulator = await simulatorFor(t);
    const asked: string[] = [];
    const { apiUrl } = simulator;
    for (const wrapped of [true, false]) {
        const partner = await openPartnerCenter({
            apiUrl,
            credential: {
                async getToken(askedScope) {
                    asked.push(askedScope);
                    const token = simulator.issueToken({ kind: "appAndUser" });
                    return wrapped ? { token, expiresOnTimestamp: Date.now() + 3_600_000 } : token;
                },
            },
        });
        await partner.begin().findCustomersByDomain("a");
        await partner.begin().findCustomersByDomain("b");
    }
    assert.deepEqual(asked, [scope, scope]);
});

test("a token is renewed by its own end where nothing else says one, and when it is refused", async (t) => {
    const simulator = await simulatorFor(t);
    for (const lifetimes of [
        [2, 3600],
        [-60, 3600],
    ]) {
        let asked = 0;
        const credential: TokenCredential = {
            getToken: async () =>
                simulator.issueToken({ kind: "app", lifetimeSeconds: lifetimes[asked++] ?? 0 }),
        };
        const partner = await openPartnerCenter({ apiUrl: simulator.apiUrl, credential });
        await partner.begin().findCustomersByDomain("a");
        await new Promise((later) => setTimeout(later, 2_000));
        await partner.begin().findCustomersByDomain("b");
        assert.equal(asked, 2);
    }
});

test("a credential of @azure/identity fits as it is", async (t) => {
    const simulator = await simulatorFor(t);
    const { tenantId, clientId, clientSecret } = simulator.partner;
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
        authorityHost: simulator.authorityUrl,
        disableInstanceDiscovery: true,
    });
    const partner = await openPartnerCenter({ apiUrl: simulator.apiUrl, credential });
    assert.equal(await partner.begin().partnerTenantId(), tenantId);
    assert.deepEqual(await partner.begin().findCustomersByDomain("contoso"), []);
});

test("a credential that gives nothing, or fails, is named", async (t) => {
    const simulator = await simulatorFor(t);
    for (const [getToken, reason] of [
        [async () => null, /option credential gave no token/],
        [() => Promise.reject(new Error("no way in")), /option credential: no way in/],
    ] as const) {
        const { apiUrl } = simulator;
        const partner = await openPartnerCenter({ apiUrl, credential: { getToken } });
        await assert.rejects(
            partner.begin().getCustomer("1"),
            (error: Error) => error instanceof CredentialError && reason.test(error.message),
        );
    }
});

test("each new refresh token is told to the hook", async (t) => {
    const simulator = await simulatorFor(t, { singleUseRefreshTokens: true });
    const told: string[] = [];
    const refreshToken = simulator.issueRefreshToken();
    const partner = await openPartnerCenter({
        ...optionsFor(simulator),
        refreshToken,
        onRefreshToken: (renewed) => {
            told.push(renewed);
        },
    });
    await partner.begin().findCustomersByDomain("contoso");
    assert.equal(told.length, 1);
    assert.notEqual(told[0], refreshToken);
});

test("with a file, the file takes it", async (t) => {
    const simulator = await simulatorFor(t);
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true }));
    const refreshTokenFilePath = join(folder, "token");
    const refreshToken = simulator.issueRefreshToken();
    await writeFile(refreshTokenFilePath, refreshToken);
    const partner = await openPartnerCenter({ ...optionsFor(simulator), refreshTokenFilePath });
    await partner.begin().findCustomersByDomain("contoso");
    assert.notEqual(await readFile(refreshTokenFilePath, "utf8"), refreshToken);
});

test("wrong settings are told at once, all together, without a secret", async () => {
    await assert.rejects(
        openPartnerCenter({ clientSecret: "half-a-s3cret", apiUrl: "http://insecure" }),
        (error: Error) =>
            error instanceof ConfigurationError &&
            error.problems.length === 2 &&
            !error.message.includes("half-a-s3cret"),
    );
});

test("importing the package loads nothing of the client", async () => {
    const script = `
        require("./provider/index");
        const heavy = /msal|node-fetch|partnercenter.(client|connection|auth)|settings.resolve/;
        console.log(Object.keys(require.cache).filter((path) => heavy.test(path)).join());
    `;
    const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "--eval", script],
        { cwd: projectRoot },
    );
    assert.equal(stdout.trim(), "");
});

async function simulatorFor(
    t: TestContext,
    options: Parameters<typeof startSimulator>[0] = {},
): Promise<Simulator> {
    const certificateFolder = join(projectRoot, ".simulator");
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    return simulator;
}

function optionsFor({ apiUrl, authorityUrl, partner }: Simulator) {
    const { tenantId, clientId, clientSecret } = partner;
    return { apiUrl, authorityUrl, tenantId, clientId, clientSecret };
}
