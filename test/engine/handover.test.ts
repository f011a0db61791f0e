import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack } from "./partner";
import { customerProgram } from "./programs";

const sandbox = 'deletionPolicy: "delete",';
const notRemoved = /is removed: another resource of this run holds it/;

test("a customer is not removed under its former name when it is taken over under another one", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: sandbox }),
    });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";

    simulator.forgetRequests();
    const args = `existingCustomerId: "${id}", ${sandbox}`;
    await stack.rewriteProgram(customerProgram({ name: "renamed", args }));
    const renamed = (await stack.up()).expectSuccess();
    assert.match(renamed.output, notRemoved);
    assert.deepEqual(apiCalls(simulator), [`GET /v1/customers/${id}`]);
    assert.equal((await stack.resource("renamed")).id, id);

    (await stack.destroy()).expectSuccess();
    assert.equal(simulator.customers[0]?.deleted, true);
});

test("a run that ended between the new name and the former one takes nothing away later", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: sandbox }),
    });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    const { urn } = await stack.resource("contoso");

    const args = `existingCustomerId: "${id}", ${sandbox}`;
    await stack.rewriteProgram(customerProgram({ name: "renamed", args }));
    const target = urn.replace(/contoso$/, "renamed");
    (await stack.up("--target", target)).expectSuccess();
    assert.equal((await stack.resource("contoso")).id, id);

    const later = (await stack.up()).expectSuccess();
    assert.match(later.output, notRemoved);
    assert.equal(simulator.customers[0]?.deleted, false);
    assert.equal((await stack.resource("renamed")).id, id);
});

test("a customer that is to be replaced by itself stays, with its password", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: sandbox }),
    });
    (await stack.up()).expectSuccess();
    const before = await stack.outputs();
    const { urn } = await stack.resource("contoso");

    const replaced = (await stack.up("--replace", urn)).expectSuccess();
    assert.match(replaced.output, notRemoved);
    assert.equal(simulator.customers.length, 1);
    assert.equal(simulator.customers[0]?.deleted, false);
    assert.deepEqual(await stack.outputs(), before);
});
