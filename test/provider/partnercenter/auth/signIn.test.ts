import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PartnerCenter } from "../../../../provider/partnercenter/client";
import { resolveSettings } from "../../../../provider/settings";
import { connect } from "../../../../provider/settings/connect";
import { type Simulator, startSimulator } from "../../../../simulator";
import { makeCertificate } from "../../../certificates";

type Environment = Record<string, string>;

let simulator: Simulator;
before(async () => {
    simulator = await startSimulator({ certificateFolder: ".simulator" });
});
after(() => simulator.close());

/** Reads a customer that does not exist: only a caller whose sign-in is accepted hears that. */
async function tryToRead(environment: Environment): Promise<string> {
    const settings = { PARTNERCENTER_RETRY_BUDGET_SECONDS: "1", ...environment };
    const resolved = resolveSettings({ configured: () => undefined, environment: settings });
    const client = new PartnerCenter(connect(resolved).begin());
    return await client.getCustomer("00000000-0000-0000-0000-000000000000").then(
        () => "success",
        (error: Error) => error.message,
    );
}

/** The settings without the secret, and with others instead. */
function settings(others: Environment): Environment {
    const { PARTNERCENTER_CLIENT_SECRET: _, ...rest } = simulator.settings();
    return { ...rest, ...others };
}

async function file(text: string): Promise<string> {
    const path = join(await mkdtemp(join(tmpdir(), "partnercenter-")), "file");
    await writeFile(path, text);
    return path;
}

describe("what is wrong with a sign-in is said with its remedy", () => {
    const faults: Record<string, [environment: () => Promise<Environment>, says: RegExp]> = {
        "a wrong secret": [
            async () => settings({ PARTNERCENTER_CLIENT_SECRET: "the-wrong-secret" }),
            /AADSTS7000215.*give the secret's value, not its id/s,
        ],
        "an application that the tenant does not have": [
            async () => ({
                ...simulator.settings(),
                PARTNERCENTER_CLIENT_ID: "00000000-0000-0000-0000-000000000001",
            }),
            /AADSTS700016.*check clientId, tenantId and cloud/s,
        ],
        "a tenant that does not exist": [
            async () => ({
                ...simulator.settings(),
                PARTNERCENTER_TENANT_ID: "00000000-0000-0000-0000-000000000002",
            }),
            /check tenantId and cloud/,
        ],
        "a certificate file that is not there": [
            async () => settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: "/nowhere.pem" }),
            /certificate file \/nowhere\.pem \(clientCertificatePath\) cannot be read \(ENOENT\)/,
        ],
        "a certificate without its key": [
            async () => {
                const { certificate } = await makeCertificate();
                const path = await file(certificate);
                return settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path });
            },
            /holds no private key beside its certificate/,
        ],
        "a key without its certificate": [
            async () => {
                const path = await file((await makeCertificate()).key);
                return settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path });
            },
            /holds no certificate in PEM form.*openssl pkcs12/,
        ],
        "a key of another certificate": [
            async () => {
                const [one, other] = [await makeCertificate(), await makeCertificate()];
                const path = await file(`${one.key}${other.certificate}`);
                return settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path });
            },
            /holds a private key that is not its certificate's/,
        ],
        "an encrypted key without its password": [
            async () => {
                const path = await file((await makeCertificate()).pem);
                return settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path });
            },
            /holds an encrypted key: set clientCertificatePassword/,
        ],
        "a certificate that the application does not know": [
            async () => {
                const { key, certificate } = await makeCertificate();
                const path = await file(`${key}${certificate}`);
                return settings({ PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path });
            },
            /AADSTS700027.*upload it to the application's registration/s,
        ],
        "a federated token of another pipeline": [
            async () =>
                settings({
                    PARTNERCENTER_OIDC_TOKEN: simulator.issueFederatedToken({ subject: "other" }),
                }),
            /AADSTS700213.*No federated credential of the application has this subject/s,
        ],
        "a file with a federated token that is not there": [
            async () => settings({ PARTNERCENTER_OIDC_TOKEN_FILE_PATH: "/nowhere" }),
            /cannot be read from \/nowhere \(oidcTokenFilePath\): ENOENT/,
        ],
        "federation where there is no pipeline": [
            async () => settings({ PARTNERCENTER_USE_OIDC: "true" }),
            /this is no pipeline that offers a token\. GitHub Actions: .*Azure Pipelines: /,
        ],
        "a refresh token that has expired": [
            async () => ({
                ...simulator.settings(),
                PARTNERCENTER_REFRESH_TOKEN: simulator.issueRefreshToken({ lifetimeSeconds: -1 }),
            }),
            /AADSTS700082.*get a new one by `partnercenter consent`/s,
        ],
        "a refresh token from a sign-in without a second factor": [
            async () => ({
                ...simulator.settings(),
                PARTNERCENTER_REFRESH_TOKEN: simulator.issueRefreshToken({ mfa: false }),
            }),
            /code 900421, HTTP 401.*no proof of multi-factor authentication/s,
        ],
        "a token for another audience": [
            async () =>
                settings({
                    PARTNERCENTER_ACCESS_TOKEN: simulator.issueToken({
                        kind: "app",
                        audience: "https://graph.windows.net",
                    }),
                }),
            /code 900420, HTTP 401.*not of graph\.windows\.net/s,
        ],
        "a token that has expired": [
            async () =>
                settings({
                    PARTNERCENTER_ACCESS_TOKEN: simulator.issueToken({
                        kind: "app",
                        lifetimeSeconds: -60,
                    }),
                }),
            /HTTP 401/,
        ],
        "a sign-in that cannot be reached": [
            async () => ({
                ...simulator.settings(),
                PARTNERCENTER_AUTHORITY_URL: "https://localhost:9",
            }),
            /Could not sign in to https:\/\/localhost:9 .*: the connection to localhost:9 failed/,
        ],
    };
    for (const [what, [environment, says]] of Object.entries(faults)) {
        test(what, async () => {
            const given = await environment();
            const message = await tryToRead(given);
            assert.match(message, says);
            for (const [name, value] of Object.entries(given)) {
                const secret = /SECRET|PASSWORD|TOKEN$/.test(name);
                assert.ok(!secret || !message.includes(value), `${name} stands in the message`);
            }
        });
    }
});

test("a secret that was rotated or has expired is told apart", async (t) => {
    const own = await startSimulator({ certificateFolder: ".simulator" });
    t.after(() => own.close());
    const before = own.settings();
    assert.match(await tryToRead(before), /read the customer/);
    own.directory.expireClientSecret();
    assert.match(await tryToRead(before), /AADSTS7000222.*has expired: make a new one/s);
    own.directory.rotateClientSecret("the-next-secret");
    assert.match(await tryToRead(before), /AADSTS7000215/);
    assert.match(await tryToRead(own.settings()), /read the customer/);
});

test("sign-in that fails for a moment is tried again", async () => {
    simulator.misbehave({ on: { path: "/token$" }, status: 503 });
    simulator.misbehave({ on: { path: "/token$" }, cut: "before" });
    const environment = { ...simulator.settings(), PARTNERCENTER_RETRY_BUDGET_SECONDS: "30" };
    assert.match(await tryToRead(environment), /read the customer .* HTTP 404/s);
    assert.deepEqual(simulator.pendingMisbehaviours, []);
});

test("a call that needs application and user is not sent by an application alone", async () => {
    const resolved = resolveSettings({
        configured: () => undefined,
        environment: simulator.settings(),
    });
    const client = new PartnerCenter(connect(resolved).begin());
    simulator.forgetRequests();
    await assert.rejects(
        client.removeRelationship("00000000-0000-0000-0000-000000000000"),
        /needs sign-in as application and user, and clientSecret \(PARTNERCENTER_CLIENT_SECRET\)/,
    );
    assert.deepEqual(simulator.requests, []);
});
