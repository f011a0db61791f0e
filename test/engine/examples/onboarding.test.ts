import assert from "node:assert/strict";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { repository } from "../harness/project";
import { apiCalls, partnerStack } from "../partner";

test("onboarding makes the customer, confirms, adds the operator and orders the plan, and then has nothing to do", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: "" });
    stack.env.PARTNERCENTER_REFRESH_TOKEN = simulator.issueRefreshToken();
    const { folder } = stack.project;
    for (const file of ["index.ts", "customer.ts", "landingZone.ts"]) {
        await cp(join(repository, "examples/onboarding", file), join(folder, file), {
            force: true,
        });
    }
    for (const name of ["@pulumi/azuread", "@pulumi/azure-native"]) {
        const link = join(folder, "node_modules", name);
        await mkdir(dirname(link), { recursive: true });
        await symlink(join(repository, "node_modules", name), link, "junction");
    }

    (await stack.preview()).expectSuccess();
    assert.equal(simulator.customers.length, 0);
    (await stack.up()).expectSuccess();
    const { tenantId, operator, operatorCredentials, azureSubscriptionIds } = await stack.outputs();
    assert.equal(tenantId, simulator.customers[0]?.id);
    assert.equal(operator, "operator@contoso.onmicrosoft.com");
    assert.ok((operatorCredentials as { password: string }).password);
    assert.equal((azureSubscriptionIds as string[]).length, 1);

    const changes = apiCalls(simulator).filter((call) => !/^(GET|HEAD) /.test(call));
    const once = changes.map((call) => call.replace(/[0-9a-f-]{36}/g, "<id>"));
    assert.deepEqual(
        [...once].sort(),
        [...new Set(once)].sort(),
        "each call that changes something is made once",
    );

    (await stack.up("--expect-no-changes")).expectSuccess();
    (await stack.refresh("--expect-no-changes")).expectSuccess();
    (await stack.destroy()).mustFail(/deletionPolicy is "prevent"/);
});
