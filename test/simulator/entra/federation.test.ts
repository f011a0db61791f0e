import assert from "node:assert/strict";
import { test } from "node:test";
import { AzurePipelinesCredential, ClientAssertionCredential } from "@azure/identity";
import type { FederatedTokenRequest } from "../../../simulator/index";
import { at, simulatorFor } from "../harness";
import { askForToken, assertAccepted, identityOptions, scopes } from "./signIn";

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
