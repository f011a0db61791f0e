import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, tokenRequests } from "./partner";
import { customerProgram } from "./programs";

test("a customer is previewed, created, left alone, changed and deleted", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram(),
        typeCheck: true,
    });

    assert.equal((await stack.preview()).expectSuccess().changes.create, 2);
    assert.deepEqual(simulator.requests, [], "a preview asks nothing");

    (await stack.up()).expectSuccess();
    const [held] = simulator.customers;
    assert.deepEqual(apiCalls(simulator), ["POST /v1/customers", `GET /v1/customers/${held?.id}`]);
    assert.equal(tokenRequests(simulator), 1);
    assert.deepEqual(await stack.outputs(), {
        tenantId: held?.id,
        credentials: { userName: "admin", password: held?.password },
    });

    simulator.forgetRequests();
    assert.equal((await stack.up()).expectSuccess().changes.same, 2);
    (await stack.preview("--expect-no-changes")).expectSuccess();
    assert.deepEqual(simulator.requests, [], "without a change, nothing is asked");

    await stack.rewriteProgram(
        customerProgram({ street: '"One Contoso Way"', args: 'deletionPolicy: "delete",' }),
    );
    assert.equal((await stack.up()).expectSuccess().changes.update, 1);
    assert.deepEqual(apiCalls(simulator), [
        `GET /v1/customers/${held?.id}/profiles/billing`,
        `PUT /v1/customers/${held?.id}/profiles/billing`,
    ]);
    assert.equal(address(simulator.customers[0]).addressLine1, "One Contoso Way");
    (await stack.preview("--expect-no-changes")).expectSuccess();

    assert.equal((await stack.destroy()).expectSuccess().changes.delete, 2);
    assert.equal(simulator.customers[0]?.deleted, true);
});

test("a change in the portal is shown by refresh, and put right by the next update", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    const password = simulator.customers[0]?.password;

    simulator.forgetRequests();
    assert.equal((await stack.refresh()).expectSuccess().changes.update, 0);
    assert.deepEqual(apiCalls(simulator), [`GET /v1/customers/${id}`], "one call a customer");

    simulator.portal.changeBillingProfile(id, { defaultAddress: { addressLine1: "Elsewhere 1" } });
    const refreshed = (await stack.refresh("--diff")).expectSuccess();
    assert.match(refreshed.output, /"One Microsoft Way" => "Elsewhere 1"/);
    assert.equal(refreshed.changes.update, 1);

    assert.equal((await stack.up()).expectSuccess().changes.update, 1);
    assert.equal(address(simulator.customers[0]).addressLine1, "One Microsoft Way");
    assert.deepEqual((await stack.outputs()).credentials, { userName: "admin", password });
});

test("refresh forgets a customer who has left, and the next update makes a new one", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    (await stack.up()).expectSuccess();
    simulator.portal.deleteCustomer(simulator.customers[0]?.id ?? "");

    assert.equal((await stack.refresh()).expectSuccess().changes.delete, 1);
    // A new program text makes a new request: the old answer must not be replayed.
    await stack.rewriteProgram(customerProgram({ street: '"Two Microsoft Way"' }));
    assert.equal((await stack.up()).expectSuccess().changes.create, 1);
    const living = simulator.customers.filter(({ deleted }) => !deleted);
    assert.deepEqual(
        living.map(({ id, password }) => ({ id, password })),
        [{ id: (await stack.outputs()).tenantId, password: await passwordOf(stack) }],
    );
});

test("a failed refresh is an error, and no customer is forgotten", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram(),
        env: { PARTNERCENTER_RETRY_BUDGET_SECONDS: "1" },
    });
    (await stack.up()).expectSuccess();
    simulator.misbehave({ on: { path: "/v1/" }, times: 100, status: 503 });
    (await stack.refresh()).mustFail(/Could not read the customer .*HTTP 503/);
    assert.equal((await stack.resource("contoso")).id, simulator.customers[0]?.id);
});

function address(held: { wire: Record<string, unknown> } | undefined): Record<string, unknown> {
    const profile = held?.wire.billingProfile as { defaultAddress: Record<string, unknown> };
    return profile.defaultAddress;
}

async function passwordOf(stack: { outputs(): Promise<Record<string, unknown>> }) {
    return ((await stack.outputs()).credentials as { password: string }).password;
}
