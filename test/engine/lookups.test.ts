import assert from "node:assert/strict";
import { test } from "node:test";
import { startSimulator } from "../../simulator";
import { startAgain } from "./kill/killed";
import { apiCalls, partnerStack, secretsOf, tokenRequests } from "./partner";
import { customer, imports } from "./programs";

test("look-ups at preview and update, by configuration and by a provider's profile, and a customer whose approval is waited for", async (t) => {
    const european = await startSimulator({
        certificateFolder: ".simulator",
        partner: { clientSecret: "the-european-secret~1" },
    });
    t.after(() => european.close());
    const { simulator, stack } = await partnerStack(t, {
        typeCheck: true,
        program: `${imports}
            const europe = new partnercenter.Provider("europe", { profile: "eu" });
            const provider = { provider: europe };
            const contoso = ${customer({ args: "waitForAccountApproval: { timeoutMinutes: 5 }," })};
            export const customers = partnercenter.getCustomers();
            export const isFree = partnercenter.checkDomainAvailability("contoso.onmicrosoft.com");
            export const europeans = partnercenter.getCustomersOutput({}, provider);
            export const resellers = partnercenter.getIndirectResellers().then(
                (found) => found.map(({ name }) => name),
            );
            export const company = partnercenter.getCustomerOutput({ id: contoso.id })
                .apply(({ companyProfile }) => companyProfile?.domain);
            export const status = partnercenter
                .getAccountStatusOutput({ customerId: contoso.tenantId })
                .apply(({ status }) => status);
            export const credentials = contoso.userCredentials;
        `,
    });
    for (const [name, value] of Object.entries(european.settings())) {
        stack.env[name.replace("PARTNERCENTER_", "PARTNERCENTER_EU_")] = value;
    }
    delete stack.env.PARTNERCENTER_CLIENT_SECRET;
    const refreshToken = simulator.issueRefreshToken();
    await stack.setConfig(
        {},
        {
            "partnercenter:clientSecret": simulator.partner.clientSecret,
            "partnercenter:refreshToken": refreshToken,
        },
    );

    const preview = (await stack.preview()).expectSuccess();
    assert.match(preview.output, /isFree *: true/);
    assert.match(preview.output, /"First Up Consultants"/);
    // The provider's own process asks nothing: what a preview asks is off here.
    assert.deepEqual([tokenRequests(simulator), tokenRequests(european)], [1, 1]);
    assert.deepEqual(apiCalls(european), ["GET /v1/customers"]);

    simulator.vettingAfterCreate = { status: "UnderReview" };
    const killed = stack.startUp();
    await killed.until((output) => /Waiting until Microsoft's vetting allows orders/.test(output));
    killed.killAll();
    await killed.result;
    assert.equal(simulator.customers.length, 1);
    const { id = "", password } = simulator.customers[0] ?? {};
    assert.ok((await stack.resource("contoso")).outputs?.userCredentials, "in the state already");

    simulator.portal.setAccountStatus(id, "Allowed");
    simulator.forgetRequests();
    european.forgetRequests();
    (await startAgain(stack)).expectSuccess();
    const outputs = await stack.outputs();
    assert.equal((outputs.credentials as { password: string }).password, password);
    assert.deepEqual(
        [outputs.status, outputs.company, outputs.isFree],
        ["Allowed", "contoso.onmicrosoft.com", false],
    );
    assert.deepEqual((outputs.customers as { id: string }[])[0]?.id, id);
    // The program's process and the provider's each have one; what needs no sign-in needs none.
    assert.deepEqual([tokenRequests(simulator), tokenRequests(european)], [2, 1]);
    await stack.expectNoClearText([refreshToken, ...secretsOf(european)]);
});
