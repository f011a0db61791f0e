import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";
import { azurePlanOf } from "./purchasing";

test("overage charges an Azure subscription of the customer's, where a calling plan has it", async (t) => {
    const simulator = await simulatorFor(t);
    const token = simulator.issueToken({ kind: "app" });
    const id = await createCustomer(simulator);
    const { azureSubscriptionId: azureEntitlementId } = await azurePlanOf(simulator, id);
    const path = `/v1/customers/${id}/subscriptions/overage`;
    const put = (body: object) => call(simulator, `PUT ${path}`, { body, token });
    const on = { azureEntitlementId, partnerId: "4847383", overageEnabled: true };
    assert.equal((await put(on)).status, 400, "no calling plan");
    simulator.portal.addSubscription(id, { offerName: "Calling Plan", kind: "calling" });
    assert.equal((await put({ ...on, azureEntitlementId: id })).status, 400);
    assert.equal(at((await put({ ...on, partnerId: "1" })).body, "code"), 800016);
    const listed = async () => (await call(simulator, `GET ${path}`, { token })).body;
    assert.deepEqual(at(await listed(), "items"), []);

    const { status, body } = await put(on);
    assert.equal(status, 200);
    assert.equal(at(body, "type"), "PhoneServices");
    assert.deepEqual(at(await listed(), "items.0"), body);
    await put({ ...on, overageEnabled: false });
    assert.equal(at(await listed(), "items.0.overageEnabled"), false);
    assert.equal(simulator.customers[0]?.overage?.overageEnabled, false);
});
