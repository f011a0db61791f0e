import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { assertionFromPipeline } from "../../../../provider/partnercenter/auth/federation";
import { CredentialError } from "../../../../provider/partnercenter/errors";
import { Network, NetworkFailure } from "../../../../provider/partnercenter/http/network";
import { failureOf } from "../../fixtures";
import { type ScriptedServer, startScriptedServer } from "../scriptedServer";
import { trustedCertificate } from "../trust";

const jobToken = "the-job's-own-t0ken";
let server: ScriptedServer;

before(async () => {
    server = await startScriptedServer(await trustedCertificate());
});

after(async () => {
    await server.close();
});

describe("a pipeline's own token", () => {
    it("is asked of GitHub for Entra's audience", async () => {
        server.answer({ body: { value: "assertion" } });
        assert.equal(await assertionFromPipeline(github(), new Network()), "assertion");
        const [{ method, path, headers } = assert.fail()] = server.requests;
        assert.equal(method, "GET");
        assert.equal(path, "/token?api-version=2&audience=api%3A%2F%2FAzureADTokenExchange");
        assert.equal(headers.authorization, `Bearer ${jobToken}`);
    });

    it("is asked of Azure Pipelines for the service connection", async () => {
        server.answer({ body: { oidcToken: "assertion" } });
        const environment = {
            SYSTEM_OIDCREQUESTURI: `${server.url}/oidctoken`,
            SYSTEM_ACCESSTOKEN: jobToken,
            AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: "a connection",
        };
        assert.equal(await assertionFromPipeline(environment, new Network()), "assertion");
        const [{ method, path } = assert.fail()] = server.requests;
        assert.equal(method, "POST");
        assert.equal(path, "/oidctoken?api-version=7.1&serviceConnectionId=a%20connection");
    });

    for (const status of [429, 500, 503]) {
        it(`that is not given for a moment may be asked for again: HTTP ${status}`, async () => {
            server.answer({ status });
            const error = await failureOf(() => assertionFromPipeline(github(), new Network()));
            assert.ok(error instanceof NetworkFailure, error.stack);
            assert.match(error.message, new RegExp(`localhost:\\d+ answered HTTP ${status}`));
        });
    }

    for (const answer of [{ status: 403 }, { body: {} }, { body: "null" }, { body: "<html>" }]) {
        it(`that is not given is an error about the job: ${JSON.stringify(answer)}`, async () => {
            server.answer(answer);
            const error = await failureOf(() => assertionFromPipeline(github(), new Network()));
            assert.ok(error instanceof CredentialError, error.stack);
            assert.match(error.message, /gave no token .*check the job's permission/);
            assert.ok(!error.message.includes(jobToken));
        });
    }
});

function github() {
    return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: jobToken,
    };
}
