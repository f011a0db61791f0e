import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";

const tenantId = "dfd8cc0a-c592-468c-8461-869a38d24738";
const password = "Str0ng-and-once-only!";

/** What the program declared. */
let registered: pulumi.runtime.MockResourceArgs[];

beforeEach(async () => {
    registered = [];
    await pulumi.runtime.setMocks(
        {
            newResource(args) {
                registered.push(args);
                const outputs = {
                    tenantId,
                    userCredentials: { userName: "admin", password },
                    adminUserPrincipalName: "admin@contoso.onmicrosoft.com",
                };
                const isCustomer = args.type.endsWith(":Customer");
                return {
                    id: isCustomer ? tenantId : `${args.name}-id`,
                    state: { ...args.inputs, ...(isCustomer && outputs) },
                };
            },
            call: () => ({}),
        },
        "landing-zone",
        "test",
    );
    pulumi.runtime.setAllConfig({
        "landing-zone:vaultResourceGroup": "partner-secrets",
        "landing-zone:vaultName": "partner-vault",
        "landing-zone:subscriptionId": "11111111-2222-3333-4444-555555555555",
    });
});

test("a landing zone puts the password into the vault, and builds in the customer's tenant", async () => {
    const landingZone = await import("../../examples/landing-zone/index.js");
    await pulumi.runtime.disconnect();

    const secret = find("azure-native:keyvault:Secret");
    assert.equal(secret.inputs.vaultName, "partner-vault");
    assert.equal(await settled(pulumi.output(secret.inputs.properties.value)), password);
    for (const type of ["pulumi:providers:azuread", "pulumi:providers:azure-native"]) {
        assert.equal(find(type).inputs.tenantId, tenantId, type);
    }
    // What is made in the customer's tenant is made by the customer's providers.
    for (const type of ["azuread:index/group:Group", "azure-native:resources:ResourceGroup"]) {
        assert.match(find(type).provider ?? "", /::contoso::/, type);
    }
    assert.equal(await settled(landingZone.tenantId), tenantId);
});

function find(type: string): pulumi.runtime.MockResourceArgs {
    const found = registered.find((resource) => resource.type === type);
    assert.ok(found, `${type} among ${registered.map((resource) => resource.type).join(", ")}`);
    return found;
}

function settled<T>(output: pulumi.Output<T>): Promise<T> {
    return new Promise((resolve) => output.apply((value) => resolve(value as T)));
}
