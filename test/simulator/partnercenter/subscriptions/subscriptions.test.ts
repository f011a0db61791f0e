import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "../../harness";

const unknownId = "11111111-2222-3333-4444-555555555555";

test("subscriptions tell their names and whether they are active", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const first = simulator.portal.addSubscription(id, { offerName: "A", friendlyName: "Mine" });
    const second = simulator.portal.addSubscription(id, { offerName: "B", status: "suspended" });
    const { body } = await call(simulator, `GET /v1/customers/${id}/subscriptions`);
    const items = at(body, "items") as unknown[];
    assert.deepEqual(
        items.map((item) => [at(item, "id"), at(item, "friendlyName"), at(item, "status")]),
        [
            [first, "Mine", "active"],
            [second, "B", "suspended"],
        ],
    );
    const one = await call(simulator, `GET /v1/customers/${id}/subscriptions/${second}`);
    assert.deepEqual(one.body, items[1]);
    const none = await call(simulator, `GET /v1/customers/${id}/subscriptions/${unknownId}`);
    assert.deepEqual([none.status, at(none.body, "code")], [404, 20003]);
});
