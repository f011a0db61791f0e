import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack, signInAsUser } from "./partner";
import { customerProgram } from "./programs";

test("a customer of an indirect reseller is created as that reseller's", async (t) => {
    const reseller = "b01b1487-b36e-4e6d-9b5e-0b58974c4b28";
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({
            args: `associatedPartnerId: "${reseller}", enableGDAPByDefault: false,`,
        }),
    });
    (await stack.up()).mustFail(/application and user/);
    assert.equal(simulator.customers.length, 0);

    signInAsUser({ simulator, stack });
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers[0]?.associatedPartnerId, reseller);
    (await stack.preview("--expect-no-changes")).expectSuccess();
});

test("an answer that was lost is asked for again: one tenant, and its password", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, cut: "after" });
    (await stack.up()).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

test("a customer that is not visible at once is waited for", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.invisibleAfterCreate = { reads: 3 };
    (await stack.up()).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

test("what fails after the creation leaves id and password in the state, and is completed", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    simulator.misbehave({
        on: { method: "GET", path: "/v1/customers/" },
        status: 403,
        body: { code: "900150", description: "The supplied role does not have the rights." },
    });
    (await stack.up()).mustFail(
        /was created, but could not be read back; `pulumi up` completes it/,
    );
    const { id, initErrors, outputs } = await stack.resource("contoso");
    assert.equal(id, simulator.customers[0]?.id);
    assert.equal(initErrors?.length, 1);
    assert.ok(outputs?.userCredentials, "the password is in the state");

    assert.equal((await stack.up()).expectSuccess().changes.update, 1);
    await expectOneCustomer(simulator, stack);
    (await stack.preview("--expect-no-changes")).expectSuccess();
});

test("a refusal of the service is told in full, and its cause can be removed", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram().replace('state: "WA"', 'state: "XX"'),
    });
    const refused = (await stack.up()).mustFail(/Could not create the customer contoso\./);
    assert.match(refused.output, /code 27002, HTTP 400/);
    assert.match(refused.output, /Take the state from the country's list/);
    assert.match(refused.output, /Request id [0-9a-f-]{36}, correlation id [0-9a-f-]{36}, MS-CV/);
    await stack.rewriteProgram(customerProgram());
    (await stack.up()).expectSuccess();
    await expectOneCustomer(simulator, stack);
});

async function expectOneCustomer(
    simulator: { customers: readonly { id: string; password: string }[] },
    stack: { outputs(): Promise<Record<string, unknown>> },
): Promise<void> {
    assert.equal(simulator.customers.length, 1);
    const [held] = simulator.customers;
    assert.deepEqual(await stack.outputs(), {
        tenantId: held?.id,
        credentials: { userName: "admin", password: held?.password },
    });
}
