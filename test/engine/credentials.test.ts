import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { engineEnvironment } from "../../scripts/engine/environment";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { makeCertificate } from "../certificates";
import { temporaryFolder } from "../temporaryFolder";
import { partnerStack } from "./partner";
import { customerProgram } from "./programs";

type Environment = Record<string, string>;

/** Where the partner's application and its sign-in are, without a credential. */
function application(simulator: Simulator): Environment {
    const { PARTNERCENTER_CLIENT_SECRET: _, ...rest } = simulator.settings();
    return rest;
}

async function file(t: TestContext, name: string, text: string): Promise<string> {
    const path = join(await temporaryFolder(t), name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
}

async function certificate(simulator: Simulator, t: TestContext): Promise<Environment> {
    const { pem, password, certificate } = await makeCertificate();
    simulator.directory.registerCertificate(certificate);
    return {
        PARTNERCENTER_CLIENT_CERTIFICATE_PATH: await file(t, "application.pem", pem),
        PARTNERCENTER_CLIENT_CERTIFICATE_PASSWORD: password,
    };
}

const ways: Record<string, (simulator: Simulator, t: TestContext) => Promise<Environment>> = {
    "a client secret": async (simulator) => simulator.settings(),

    "a certificate with an encrypted key": async (simulator, t) => ({
        ...application(simulator),
        ...(await certificate(simulator, t)),
    }),

    "a federated token": async (simulator) => ({
        ...application(simulator),
        PARTNERCENTER_OIDC_TOKEN: simulator.issueFederatedToken(),
    }),

    "a file with a federated token": async (simulator, t) => ({
        ...application(simulator),
        PARTNERCENTER_OIDC_TOKEN_FILE_PATH: await file(t, "token", simulator.issueFederatedToken()),
    }),

    "the token endpoint of GitHub Actions": async (simulator) => ({
        ...application(simulator),
        PARTNERCENTER_USE_OIDC: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `${simulator.authorityUrl}/pipeline/jobs/github?api-version=2`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "the-job's-own-token",
    }),

    "the token endpoint of Azure Pipelines": async (simulator) => ({
        ...application(simulator),
        PARTNERCENTER_USE_OIDC: "true",
        SYSTEM_OIDCREQUESTURI: `${simulator.authorityUrl}/pipeline/jobs/azure`,
        SYSTEM_ACCESSTOKEN: "the-job's-own-token",
        AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: "5f8d1c1e-3c55-4e0a-9d3b-0d5b3f4c2a10",
    }),

    "the variables of other Azure tools": async (simulator) => {
        const { PARTNERCENTER_API_URL = "", PARTNERCENTER_AUTHORITY_URL = "" } =
            simulator.settings();
        return {
            PARTNERCENTER_API_URL,
            PARTNERCENTER_AUTHORITY_URL,
            AZURE_TENANT_ID: simulator.partner.tenantId,
            AZURE_CLIENT_ID: simulator.partner.clientId,
            AZURE_CLIENT_SECRET: simulator.partner.clientSecret,
        };
    },

    "a managed identity": async (simulator, t) => {
        const { PARTNERCENTER_CLIENT_ID: _, ...rest } = application(simulator);
        return {
            ...rest,
            PARTNERCENTER_USE_MANAGED_IDENTITY: "true",
            IDENTITY_ENDPOINT: await identityEndpoint(simulator, t),
            IDENTITY_HEADER: "the-machine's-own-header",
        };
    },

    "the Azure CLI's sign-in": async (simulator, t) => ({
        ...application(simulator),
        PARTNERCENTER_USE_AZURE_CLI: "true",
        PATH: `${await folderWithAz(simulator, t)}:${(await engineEnvironment()).PATH}`,
    }),

    "a refresh token and the application's secret": async (simulator) => ({
        ...simulator.settings(),
        PARTNERCENTER_REFRESH_TOKEN: simulator.issueRefreshToken(),
    }),

    "a refresh token in a file and the application's certificate": async (simulator, t) => ({
        ...application(simulator),
        ...(await certificate(simulator, t)),
        PARTNERCENTER_REFRESH_TOKEN_FILE_PATH: await file(
            t,
            "token",
            simulator.issueRefreshToken(),
        ),
    }),

    "a token made elsewhere": async (simulator) => ({
        ...application(simulator),
        PARTNERCENTER_ACCESS_TOKEN: simulator.issueToken({ kind: "appAndUser" }),
    }),
};

for (const [name, environment] of Object.entries(ways)) {
    test(`${name} is enough for a preview and an update`, async (t) => {
        await deployWith(t, environment, {});
    });
}

for (const cloud of ["usGov", "china"] as const) {
    test(`the cloud ${cloud} has its own scope`, async (t) => {
        const domain =
            cloud === "china" ? '"contoso.partner.onmschina.cn"' : '"contoso.onmicrosoft.com"';
        const program = customerProgram({ domain });
        const china = program
            .replace('country: "US"', 'country: "CN"')
            .replace('state: "WA"', 'state: "BJ"')
            .replace('postalCode: "98052"', 'postalCode: "100000"');
        await deployWith(
            t,
            async (simulator) => ({ ...simulator.settings(), PARTNERCENTER_CLOUD: cloud }),
            { cloud },
            cloud === "china" ? china : program,
        );
    });
}

async function deployWith(
    t: TestContext,
    environment: (simulator: Simulator, t: TestContext) => Promise<Environment>,
    options: SimulatorOptions,
    program = customerProgram(),
): Promise<void> {
    const { simulator, stack } = await partnerStack(t, { program }, options);
    const env = await environment(simulator, t);
    for (const name of Object.keys(stack.env)) {
        if (name.startsWith("PARTNERCENTER_")) {
            delete stack.env[name];
        }
    }
    Object.assign(stack.env, env);
    (await stack.preview()).expectSuccess();
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, 1);
    const secrets = Object.entries(env).filter(([key]) => /SECRET|PASSWORD|TOKEN$/.test(key));
    if (secrets.length > 0) {
        await stack.expectNoClearText(secrets.map(([, value]) => value));
    }
}

test("a new refresh token takes the old one's place in the file", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        { program: customerProgram() },
        { singleUseRefreshTokens: true },
    );
    const path = await file(t, "token", simulator.issueRefreshToken());
    stack.env.PARTNERCENTER_REFRESH_TOKEN_FILE_PATH = path;
    const first = await readFile(path, "utf8");
    (await stack.up()).expectSuccess();
    const second = await readFile(path, "utf8");
    assert.notEqual(second, first);
    (await stack.refresh()).expectSuccess();
    assert.notEqual(await readFile(path, "utf8"), second);
    await stack.expectNoClearText([first, second]);
});

test("with a profile no secret is in the state, and a rotated one is used at once", async (t) => {
    const european = await startSimulator({ certificateFolder: ".simulator" });
    t.after(() => european.close());
    const program = customerProgram({
        args: 'deletionPolicy: "delete",',
        options: '{ provider: new partnercenter.Provider("europe", { profile: "eu" }) }',
    });
    const { stack } = await partnerStack(t, { program });
    for (const [name, value] of Object.entries(european.settings())) {
        stack.env[name.replace("PARTNERCENTER_", "PARTNERCENTER_EU_")] = value;
    }
    (await stack.up()).expectSuccess();
    assert.equal(european.customers.length, 1);
    assert.doesNotMatch(JSON.stringify(await stack.resource("europe")), /secret/i);

    european.directory.rotateClientSecret("the-second-secret");
    stack.env.PARTNERCENTER_EU_CLIENT_SECRET = "the-second-secret";
    (await stack.refresh()).expectSuccess();
    european.directory.rotateClientSecret("the-third-secret");
    stack.env.PARTNERCENTER_EU_CLIENT_SECRET = "the-third-secret";
    (await stack.destroy()).expectSuccess();
    await stack.expectNoClearText(["the-second-secret", "the-third-secret"]);
});

/** The endpoint that Azure App Service gives to a service with an identity. */
async function identityEndpoint(simulator: Simulator, t: TestContext): Promise<string> {
    const server = createServer((_request, response) => {
        response.setHeader("Content-Type", "application/json");
        response.end(
            JSON.stringify({
                access_token: simulator.issueToken({ kind: "app" }),
                expires_on: String(Math.floor(Date.now() / 1000) + 3600),
                resource: "https://api.partnercenter.microsoft.com",
                token_type: "Bearer",
            }),
        );
    });
    t.after(() => server.close());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
}

/** A folder whose `az` answers as the Azure CLI does. */
async function folderWithAz(simulator: Simulator, t: TestContext): Promise<string> {
    const answer = {
        accessToken: simulator.issueToken({ kind: "appAndUser" }),
        expires_on: Math.floor(Date.now() / 1000) + 3600,
        tokenType: "Bearer",
    };
    const path = await file(t, "az", `#!/bin/sh\necho '${JSON.stringify(answer)}'\n`);
    await chmod(path, 0o700);
    return join(path, "..");
}
