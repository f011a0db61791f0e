import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { partnerStack } from "../partner";
import { customerProgram } from "../programs";
import { expectOneCustomer, startAgain, untilAsked } from "./killed";

test("the first ^C lets a creation end, and writes what it did", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, delayMs: 2_000 });
    const operation = stack.startUp();
    await untilAsked(operation, simulator, "POST", /\/v1\/customers$/);
    operation.interrupt();
    await operation.result;
    const { id, outputs } = await stack.resource("contoso");
    assert.equal(id, simulator.customers[0]?.id);
    assert.ok(outputs?.userCredentials, "the password is in the state");
    (await startAgain(stack)).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

test("the second ^C is a kill, and the next update finds the customer", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, delayMs: 60_000 });
    const operation = stack.startUp();
    await untilAsked(operation, simulator, "POST", /\/v1\/customers$/);
    operation.interrupt();
    await sleep(1_000);
    operation.interrupt();
    await operation.result;
    await operation.end();
    simulator.forgetMisbehaviours();
    assert.equal(simulator.customers.length, 1);
    (await startAgain(stack)).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

for (const times of [1, 2]) {
    test(`after ^C, ${times === 1 ? "once" : "twice"}, in an update the program is in force in the end`, async (t) => {
        const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
        (await stack.up()).expectSuccess();
        await stack.rewriteProgram(customerProgram({ street: '"Two Microsoft Way"' }));
        simulator.forgetRequests();
        const delayMs = times === 1 ? 2_000 : 60_000;
        simulator.misbehave({ on: { method: "PUT" }, delayMs });
        const operation = stack.startUp();
        await untilAsked(operation, simulator, "PUT", /\/profiles\/billing$/);
        operation.interrupt();
        if (times === 2) {
            await sleep(1_000);
            operation.interrupt();
        }
        await operation.result;
        await operation.end();
        simulator.forgetMisbehaviours();
        (await startAgain(stack)).expectSuccess();
        await expectOneCustomer(simulator, stack);
        assert.match(JSON.stringify(simulator.customers[0]?.wire), /"Two Microsoft Way"/);
    });
}
