import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customerProgram } from "./programs";

test("prevent refuses a destroy, and says what can be done", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    (await stack.up()).expectSuccess();
    (await stack.destroy()).mustFail(/deletionPolicy is "prevent".*"retain".*"removeRelationship"/);
    assert.equal(simulator.customers[0]?.deleted, false);
    assert.equal((await stack.resource("contoso")).id, simulator.customers[0]?.id);
});

test("retain forgets the customer without a call", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    simulator.forgetRequests();
    (await stack.destroy()).expectSuccess();
    assert.deepEqual(apiCalls(simulator), []);
    assert.equal(simulator.customers[0]?.deleted, false);
});

test("removeRelationship names the subscriptions that stand in the way, then ends it", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "removeRelationship",' }),
    });
    // Ending a relationship needs application and user.
    signInAsUser({ simulator, stack });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    const subscription = simulator.portal.addSubscription(id, { offerName: "Azure plan" });

    (await stack.destroy()).mustFail(
        /Active subscriptions stand in the way; suspend them first: Azure plan/,
    );

    simulator.portal.suspendSubscription(id, subscription);
    (await stack.destroy()).expectSuccess();
    assert.equal(simulator.customers[0]?.relationshipToPartner, "none");
    assert.equal(simulator.customers[0]?.deleted, false);
});

test("removeRelationship by app-only sign-in is refused with the remedy", async (t) => {
    const { stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "removeRelationship",' }),
    });
    (await stack.up()).expectSuccess();
    (await stack.destroy()).mustFail(/application and user/);
});

test("a customer who has gone already is removed with success", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "delete",' }),
    });
    (await stack.up()).expectSuccess();
    simulator.portal.deleteCustomer(simulator.customers[0]?.id ?? "");
    (await stack.destroy()).expectSuccess();
});
