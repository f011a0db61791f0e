import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientSecretCredential } from "@azure/identity";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { call, simulatorFor } from "./harness";

const scopes = ["https://api.partnercenter.microsoft.com/.default"];

test("@azure/msal-node signs in unchanged over TLS, and keeps its token", async (t) => {
    const simulator = await simulatorFor(t);
    const { tenantId, clientId, clientSecret } = simulator.partner;
    const application = new ConfidentialClientApplication({
        auth: {
            clientId,
            clientSecret,
            authority: `${simulator.authorityUrl}/${tenantId}`,
            knownAuthorities: [new URL(simulator.authorityUrl).host],
        },
    });
    const first = await application.acquireTokenByClientCredential({ scopes });
    const second = await application.acquireTokenByClientCredential({ scopes });
    assert.ok(first);
    assert.equal(second?.accessToken, first.accessToken);
    const posts = simulator.requests.filter(({ method }) => method === "POST");
    assert.equal(posts.length, 1);
    const token = first.accessToken;
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
});

test("@azure/msal-node shows the code of a refusal", async (t) => {
    const simulator = await simulatorFor(t);
    const application = new ConfidentialClientApplication({
        auth: {
            clientId: simulator.partner.clientId,
            clientSecret: "wrong",
            authority: `${simulator.authorityUrl}/${simulator.partner.tenantId}`,
            knownAuthorities: [new URL(simulator.authorityUrl).host],
        },
    });
    await assert.rejects(application.acquireTokenByClientCredential({ scopes }), /AADSTS7000215/);
});

test("@azure/identity signs in unchanged over TLS", async (t) => {
    const simulator = await simulatorFor(t);
    const { tenantId, clientId, clientSecret } = simulator.partner;
    const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
        authorityHost: simulator.authorityUrl,
        disableInstanceDiscovery: true,
    });
    const { token } = await credential.getToken(scopes);
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
});

test("@azure/identity shows the code of a refusal", async (t) => {
    const simulator = await simulatorFor(t);
    const { clientId, clientSecret } = simulator.partner;
    const unknownTenant = "11111111-2222-3333-4444-555555555555";
    const credential = new ClientSecretCredential(unknownTenant, clientId, clientSecret, {
        authorityHost: simulator.authorityUrl,
        disableInstanceDiscovery: true,
    });
    await assert.rejects(credential.getToken(scopes), /AADSTS90002/);
});
