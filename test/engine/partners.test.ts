import assert from "node:assert/strict";
import { test } from "node:test";
import { startSimulator } from "../../simulator";
import { partnerStack, tokenRequests } from "./partner";
import { customer, imports } from "./programs";

test("two partner tenants in one program, each with its provider", async (t) => {
    const european = await startSimulator({
        certificateFolder: ".simulator",
        partner: {
            tenantId: "11111111-2222-4333-8444-555555555555",
            clientSecret: "the-european-secret~1",
        },
    });
    t.after(() => european.close());
    const settings = european.settings();
    const { simulator, stack } = await partnerStack(t, {
        program: `${imports}
            const config = new pulumi.Config();
            const europe = new partnercenter.Provider("europe", {
                tenantId: "${settings.PARTNERCENTER_TENANT_ID}",
                clientId: "${settings.PARTNERCENTER_CLIENT_ID}",
                clientSecret: config.requireSecret("secret"),
                requestTimeoutSeconds: 90,
                apiUrl: "${european.apiUrl}",
                authorityUrl: "${european.authorityUrl}",
            });
            const america = new partnercenter.Provider("america");
            export const one = ${customer({ name: "one", options: "{ provider: europe }" })}.tenantId;
            export const other = ${customer({ name: "other", options: "{ provider: america }" })}.tenantId;
        `,
        secretConfig: { secret: settings.PARTNERCENTER_CLIENT_SECRET ?? "" },
    });
    (await stack.up()).expectSuccess();
    assert.deepEqual(await stack.outputs(), {
        one: european.customers[0]?.id,
        other: simulator.customers[0]?.id,
    });
    assert.deepEqual([tokenRequests(european), tokenRequests(simulator)], [1, 1]);
    assert.equal((await stack.refresh()).expectSuccess().changes.same, 5);
    await stack.expectNoClearText([
        european.partner.clientSecret,
        european.customers[0]?.password ?? "",
    ]);
});
