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
