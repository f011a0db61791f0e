import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../harness/operation";
import { partnerStack } from "../partner";
import { customerProgram } from "../programs";
import { dieWhenAsked, expectOneCustomer, interruptTwice, startAgain } from "./killed";

const creation = ["POST", /\/v1\/customers$/] as const;

test("the first ^C lets a creation end, and writes what it did", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, delayMs: 2_000 });
    const update = { simulator, stack };
    await dieWhenAsked(update, ...creation, (operation) => operation.interrupt());
    const { id, outputs } = await stack.resource("contoso");
    assert.equal(id, simulator.customers[0]?.id);
    assert.ok(outputs?.userCredentials, "the password is in the state");
    (await startAgain(stack)).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

test("the second ^C is a kill, and the next update finds the customer", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, delayMs: 60_000 });
    await dieWhenAsked({ simulator, stack }, ...creation, interruptTwice);
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
        const interrupt = times === 1 ? (one: Operation) => one.interrupt() : interruptTwice;
        await dieWhenAsked({ simulator, stack }, "PUT", /\/profiles\/billing$/, interrupt);
        (await startAgain(stack)).expectSuccess();
        await expectOneCustomer(simulator, stack);
        assert.match(JSON.stringify(simulator.customers[0]?.wire), /"Two Microsoft Way"/);
    });
}
