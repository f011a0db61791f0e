import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

/** A customer with licences of one offer or another, and an Azure plan whose Azure subscription is to end with it. */
function program({ offer = "CFQ7TTC0LH18:0001" } = {}): string {
    return `${imports}
        const contoso = ${customer({ args: 'deletionPolicy: "retain",' })};
        const customerId = contoso.tenantId;
        const agreement = new partnercenter.CustomerAgreement("contoso-agreement", {
            customerId,
            primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
        });
        const mail = new partnercenter.Subscription("mail", {
            customerId, catalogItemId: "${offer}", quantity: 5,
            termDuration: "P1Y", billingCycle: "monthly", deletionPolicy: "retain",
        }, { dependsOn: agreement });
        const azure = new partnercenter.Subscription("azure", {
            customerId, productId: "DZH318Z0BPS6", skuId: "0001", deletionPolicy: "suspend",
        }, { dependsOn: agreement });
        const landing = new partnercenter.AzureEntitlement("landing", {
            customerId,
            subscriptionId: azure.subscriptionId,
            entitlementId: azure.azureSubscriptionIds.apply((ids) => ids?.[0] ?? ""),
            cancellationReason: "compromise",
            deletionPolicy: "cancel",
        });
        export const offer = mail.offerName;
        export const subscriptionId = mail.subscriptionId;
        export const azureStatus = landing.status;
    `;
}

test("licences become another offer in place, and an Azure plan ends after its Azure subscription", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: program(),
        env: { PARTNERCENTER_ONLINE_VALIDATION: "error" },
    });
    signInAsUser({ simulator, stack });
    (await stack.up()).expectSuccess();
    const before = await stack.outputs();
    assert.equal(before.azureStatus, "active");

    await stack.rewriteProgram(program({ offer: "CFQ7TTC0LF8S:0001" }));
    simulator.forgetRequests();
    const preview = (await stack.preview()).expectSuccess();
    assert.match(
        preview.output,
        /"mail" .* becomes 5 x Office 365 E5 .*, for P1Y, billed monthly, instead of Microsoft 365 Business Basic/,
    );
    assert.match(preview.output, /2 to update/);
    const writes = () => apiCalls(simulator).filter((line) => !line.startsWith("GET"));
    assert.deepEqual(writes(), []);

    (await stack.up()).expectSuccess();
    const path = `/v1/customers/${simulator.customers[0]?.id}/subscriptions`;
    assert.deepEqual(writes(), [`POST ${path}/${before.subscriptionId}/transitions`]);
    const after = await stack.outputs();
    assert.deepEqual(
        [after.offer, after.subscriptionId],
        ["Office 365 E5 without Audio Conferencing", before.subscriptionId],
    );

    simulator.forgetRequests();
    (await stack.destroy()).expectSuccess();
    assert.deepEqual(
        writes().map((line) => line.replace(/[0-9a-f-]{36}/g, "ID")),
        [
            "POST /v1/customers/ID/subscriptions/ID/azureEntitlements/ID/cancel",
            "PATCH /v1/customers/ID/subscriptions/ID",
        ],
        "the plan comes last",
    );
    assert.deepEqual(simulator.customers[0]?.subscriptions.map(({ status }) => status).sort(), [
        "active",
        "suspended",
    ]);
});
