import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call } from "./harness";
import { agreedCustomer, azurePlan, buy } from "./purchasing";

async function planOf(
    t: Parameters<typeof agreedCustomer>[0],
    options: Parameters<typeof agreedCustomer>[1] = {},
) {
    const { simulator, id, clock } = await agreedCustomer(t, options);
    const line = { catalogItemId: azurePlan, quantity: 1, billingCycle: "one_time" };
    const plan = await buy(simulator, id, line);
    const path = `/v1/customers/${id}/subscriptions/${plan}`;
    const { body } = await call(simulator, `GET ${path}/azureEntitlements`);
    const entitlement = `${path}/azureEntitlements/${at(body, "items.0.id")}`;
    return { simulator, id, clock, plan, path, entitlement };
}

const compromise = { body: { cancellationReason: "compromise" } };

test("an Azure entitlement is read and cancelled, also by an application, and is shown as active for a while", async (t) => {
    const minutes = 60_000;
    const { simulator, clock, plan, path, entitlement } = await planOf(t, {
        uncertain: { entitlementActiveForMs: 10 * minutes },
    });
    const statusNow = async () => at((await call(simulator, `GET ${entitlement}`)).body, "status");
    const { body } = await call(simulator, `GET ${entitlement}`);
    assert.deepEqual([at(body, "status"), at(body, "subscriptionId")], ["active", plan]);
    const token = simulator.issueToken({ kind: "app" });
    const answer = await call(simulator, `POST ${entitlement}/cancel`, { ...compromise, token });
    assert.deepEqual([answer.status, at(answer.body, "status")], [200, "active"]);
    clock.now += 9 * minutes;
    assert.equal((await call(simulator, `POST ${entitlement}/cancel`, compromise)).status, 200);
    clock.now += minutes;
    assert.equal(await statusNow(), "inactive", "it counts from the first time");
    const list = await call(simulator, `GET ${path}/azureEntitlements`);
    assert.equal(at(list.body, "items.0.status"), "inactive");
});

test("it is reactivated in the Azure portal alone", async (t) => {
    const { simulator, id, plan, entitlement } = await planOf(t);
    const statusNow = async () => at((await call(simulator, `GET ${entitlement}`)).body, "status");
    simulator.portal.changeAzureSubscription(id, plan, "inactive");
    assert.equal(await statusNow(), "inactive");
    simulator.portal.changeAzureSubscription(id, plan, "active");
    assert.equal(await statusNow(), "active");
});

test("what cannot be cancelled is refused with the documentation's codes, and answered as chosen", async (t) => {
    const { simulator, path, entitlement } = await planOf(t, {
        uncertain: { entitlementCancellation: 202, entitlementCancelledAgain: "400-800002" },
    });
    for (const [line, body, expected] of [
        [`${path}/azureEntitlements/none/cancel`, compromise.body, [404, 800111]],
        [`${entitlement}/cancel`, {}, [400, 800002]],
        [`${entitlement}/cancel`, { cancellationReason: "bored" }, [400, 900307]],
        [`${entitlement}/cancel`, compromise.body, [202, undefined]],
        [`${entitlement}/cancel`, compromise.body, [400, 800002]],
    ] as const) {
        const answer = await call(simulator, `POST ${line}`, { body });
        assert.deepEqual([answer.status, at(answer.body, "code")], expected, line);
    }
});

test("an Azure plan is not suspended while an Azure subscription of it is active", async (t) => {
    const { simulator, path, entitlement } = await planOf(t);
    const suspend = async () => {
        const { body } = await call(simulator, `GET ${path}`);
        const change = { ...(body as object), status: "suspended" };
        return await call(simulator, `PATCH ${path}`, { body: change });
    };
    const refused = await suspend();
    assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900115]);
    await call(simulator, `POST ${entitlement}/cancel`, compromise);
    assert.equal((await suspend()).status, 200);
});
