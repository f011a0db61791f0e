import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";
import { azurePlanOf } from "./purchasing";

const firstUp = {
    SupportTenantId: "484E548C-F5F3-4528-93A9-C16C6373CB59",
    SupportMpnId: "4847383",
    Name: "First Up Consultants",
};

test("a support contact is one of the partner's resellers, for a former offer", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const mail = simulator.portal.addSubscription(id, { offerName: "Mail" });
    const pathOf = (subscription: string) =>
        `/v1/customers/${id}/subscriptions/${subscription}/supportcontact`;
    const put = (body: object, subscription = mail) =>
        call(simulator, `PUT ${pathOf(subscription)}`, { body });
    assert.equal((await call(simulator, `GET ${pathOf(mail)}`)).status, 404);
    const { status, body } = await put(firstUp);
    assert.equal(status, 200);
    assert.equal(at(body, "name"), "First Up Consultants");
    assert.equal(at(body, "attributes.objectType"), "SupportContact");
    assert.deepEqual((await call(simulator, `GET ${pathOf(mail)}`)).body, body);
    const codeOf = async (answer: ReturnType<typeof put>) => at((await answer).body, "code");
    assert.equal(await codeOf(put({ ...firstUp, SupportMpnId: "4847433" })), 800016);
    assert.equal(await codeOf(put({ ...firstUp, Name: "" })), 3000);
    assert.equal(await codeOf(put(firstUp, id)), 20003);
    const plan = await azurePlanOf(simulator, id);
    assert.equal(await codeOf(put(firstUp, plan.id)), 800042);
    const token = simulator.issueToken({ kind: "app" });
    for (const refused of [
        await call(simulator, `GET ${pathOf(mail)}`, { token }),
        await call(simulator, `PUT ${pathOf(mail)}`, { body: firstUp, token }),
    ]) {
        assert.equal(at(refused.body, "code"), 900329);
    }
});
