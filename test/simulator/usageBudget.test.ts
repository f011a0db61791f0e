import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";

test("a budget is set, told, and cleared by an amount that is null", async (t) => {
    const simulator = await simulatorFor(t);
    const token = simulator.issueToken({ kind: "app" });
    const path = `/v1/customers/${await createCustomer(simulator)}/usagebudget`;
    const patch = (body: object) => call(simulator, `PATCH ${path}`, { body, token });
    const amount = async () => at((await call(simulator, `GET ${path}`, { token })).body, "amount");
    assert.equal(await amount(), null);
    const { status, body } = await patch({ Amount: 100, Attributes: { ObjectType: "Budget" } });
    assert.equal(status, 200);
    assert.equal(at(body, "usageSpendingBudget"), 100);
    assert.equal(await amount(), 100);
    assert.equal((await patch({ amount: -1 })).status, 400);
    assert.equal((await patch({ amount: "much" })).status, 400);
    await patch({ amount: null });
    assert.equal(await amount(), null);
    assert.equal(simulator.customers[0]?.usageBudget, undefined);
});
