import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls } from "../partner";
import { exampleStack } from "./exampleStack";

test("onboarding makes the customer, confirms, adds the operator and orders the plan, and then has nothing to do", async (t) => {
    // The types of the Azure packages take a minute: `npm run lint` checks them.
    const { simulator, stack } = await exampleStack(t, "onboarding", { typeCheck: false });
    stack.env.PARTNERCENTER_REFRESH_TOKEN = simulator.issueRefreshToken();

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
