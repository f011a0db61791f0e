import assert from "node:assert/strict";
import { test } from "node:test";
import { runWithMocks, settled, theOne } from "./mocks";

const tenantId = "dfd8cc0a-c592-468c-8461-869a38d24738";
const password = "Str0ng-and-once-only!";
const customer = {
    id: tenantId,
    tenantId,
    userCredentials: { userName: "admin", password },
    adminUserPrincipalName: "admin@contoso.onmicrosoft.com",
};

test("a landing zone puts the password into the vault, and builds in the customer's tenant", async () => {
    const { registered, exported } = await runWithMocks(
        "landing-zone",
        {
            vaultResourceGroup: "partner-secrets",
            vaultName: "partner-vault",
            subscriptionId: "11111111-2222-3333-4444-555555555555",
        },
        { Customer: customer },
        () => import("../../examples/landing-zone/index.js"),
    );
    const { vaultName, properties } = theOne(registered, "azure-native:keyvault:Secret").inputs;
    assert.equal(vaultName, "partner-vault");
    assert.equal(await settled(properties.value), password);
    for (const type of ["pulumi:providers:azuread", "pulumi:providers:azure-native"]) {
        assert.equal(theOne(registered, type).inputs.tenantId, tenantId, type);
    }
    // What is made in the customer's tenant is made by the customer's providers.
    for (const type of ["azuread:index/group:Group", "azure-native:resources:ResourceGroup"]) {
        assert.match(theOne(registered, type).provider ?? "", /::contoso::/, type);
    }
    assert.equal(await settled(exported.tenantId), tenantId);
});
