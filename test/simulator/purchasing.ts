import assert from "node:assert/strict";
import type { Simulator, SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor } from "./harness";

export const businessBasic = "CFQ7TTC0LH18:0001:CFQ7TTC0K971";
export const azurePlan = "DZH318Z0BPS6:0001:DZH318Z0BMTX";
export const day = 24 * 60 * 60 * 1000;

/** A partner's customer who has accepted the agreement, and a clock that the test moves. */
export async function agreedCustomer(
    t: Parameters<typeof simulatorFor>[0],
    options: SimulatorOptions = {},
) {
    const clock = { now: Date.parse("2026-11-24T10:00:00Z") };
    const simulator = await simulatorFor(t, { now: () => clock.now, ...options });
    const id = await createCustomer(simulator);
    simulator.portal.signAgreement(id);
    return { simulator, id, clock };
}

export const mail = {
    catalogItemId: businessBasic,
    quantity: 5,
    billingCycle: "monthly",
    termDuration: "P1Y",
};

export async function cartOf(
    simulator: Simulator,
    id: string,
    line: object = mail,
): Promise<string> {
    const body = { lineItems: [line] };
    const answer = await call(simulator, `POST /v1/customers/${id}/carts`, { body });
    assert.equal(answer.status, 201, answer.text);
    return String(at(answer.body, "id"));
}

export async function buy(simulator: Simulator, id: string, line: object = mail): Promise<string> {
    const cart = await cartOf(simulator, id, line);
    const answer = await call(simulator, `POST /v1/customers/${id}/carts/${cart}/checkout`);
    assert.equal(answer.status, 201, answer.text);
    return String(at(answer.body, "orders.0.lineItems.0.subscriptionId"));
}

/** Buys a customer the Azure plan, and gives its id and that of the Azure subscription under it. */
export async function azurePlanOf(simulator: Simulator, customerId: string) {
    simulator.portal.signAgreement(customerId);
    const line = { catalogItemId: azurePlan, quantity: 1, billingCycle: "one_time" };
    const id = await buy(simulator, customerId, line);
    const { body } = await call(
        simulator,
        `GET /v1/customers/${customerId}/subscriptions/${id}/azureEntitlements`,
    );
    return { id, azureSubscriptionId: String(at(body, "items.0.id")) };
}
