import assert from "node:assert/strict";
import { test } from "node:test";
import { runWithMocks, settled, theOne } from "./mocks";

const tenantId = "dfd8cc0a-c592-468c-8461-869a38d24738";
const userId = "482e2152-4b49-48ec-b715-823365ce3d4c";
const subscriptionId = "83ef9d05-4169-4ef9-9657-0e86b1eab1de";

test("onboarding ends in the customer's own tenant, with the operator in its group", async () => {
    const { registered, exported } = await runWithMocks(
        "onboarding",
        { isTrusted: "true" },
        {
            Customer: { id: tenantId, tenantId },
            AccountApproval: { customerId: tenantId },
            CustomerUser: { userId },
            Subscription: { azureSubscriptionIds: [subscriptionId] },
            Group: { objectId: "group" },
        },
        () => import("../../examples/onboarding/index.js"),
    );
    assert.equal(theOne(registered, "pulumi:providers:azuread").inputs.tenantId, tenantId);
    const azure = theOne(registered, "pulumi:providers:azure-native").inputs;
    assert.deepEqual([azure.tenantId, azure.subscriptionId], [tenantId, subscriptionId]);
    const { groupObjectId, memberObjectId } = theOne(
        registered,
        "azuread:index/groupMember:GroupMember",
    ).inputs;
    assert.deepEqual([groupObjectId, memberObjectId], ["group", userId]);
    const resourceGroup = theOne(registered, "azure-native:resources:ResourceGroup");
    assert.match(resourceGroup.provider ?? "", /::contoso::/);
    assert.equal(await settled(exported.tenantId), tenantId);
});
