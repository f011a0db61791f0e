import assert from "node:assert/strict";
import { test } from "node:test";
import type { Uncertain } from "../../../simulator/uncertain";
import { partnerStack } from "../partner";
import { customerProgram } from "../programs";
import { clearPending, dieWhenAsked, expectOneCustomer, startAgain } from "./killed";

async function killedCreation(
    t: Parameters<typeof partnerStack>[0],
    repeatedRequestId: Uncertain["repeatedRequestId"],
) {
    const { simulator, stack } = await partnerStack(
        t,
        { program: customerProgram() },
        { uncertain: { repeatedRequestId } },
    );
    simulator.misbehave({ on: { method: "GET", path: "/v1/customers/" }, delayMs: 60_000 });
    const [method, path] = ["GET", /\/v1\/customers\//] as const;
    await dieWhenAsked({ simulator, stack }, method, path, (operation) => operation.killAll());
    return { simulator, stack, again: await startAgain(stack) };
}

test("a service that replays successes only gives the password once more", async (t) => {
    const { simulator, stack, again } = await killedCreation(t, "replaySuccessOnly");
    again.expectSuccess();
    await expectOneCustomer(simulator, stack);
});

test("a service that replays without the password: the customer is kept, and the reset is asked for", async (t) => {
    const { simulator, stack, again } = await killedCreation(t, "replayWithoutPassword");
    again.mustFail(/Reset the password of admin in the customer's tenant/);
    assert.equal((await stack.resource("contoso")).id, simulator.customers[0]?.id);
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, 1);
    await clearPending(stack);
    (await stack.preview("--expect-no-changes")).expectSuccess();
});

test("a service that does not recognise the request: the line that takes the customer over works", async (t) => {
    const { simulator, stack, again } = await killedCreation(t, "ignore");
    const line = `existingCustomerId: "${simulator.customers[0]?.id}",`;
    again.mustFail(new RegExp(line));
    await stack.rewriteProgram(customerProgram({ args: line }));
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, 1);
    assert.equal((await stack.outputs()).tenantId, simulator.customers[0]?.id);
    await clearPending(stack);
    (await stack.preview("--expect-no-changes")).expectSuccess();
});
