import assert from "node:assert/strict";
import type { Simulator } from "../../simulator";
import type { Stack } from "../engine/harness/stack";

/** A stack with one customer, and the Partner Center that it lives in. */
export interface Scene {
    readonly stack: Stack;
    readonly simulator: Simulator;
    /** How many resources the program declares, the stack included. */
    readonly resources: number;
}

/** What a user does with a customer, in this order; each fails where it does not do what it should. */
export const operations = { preview, up, refresh, destroy };

async function preview({ stack, simulator, resources }: Scene): Promise<void> {
    const { changes } = (await stack.preview()).expectSuccess();
    assert.equal(changes.create, resources);
    assert.deepEqual(simulator.customers, []);
}

async function up({ stack, simulator, resources }: Scene): Promise<void> {
    const { changes } = (await stack.up()).expectSuccess();
    assert.equal(changes.create, resources);
    assert.equal((await stack.outputs()).tenantId, simulator.customers[0]?.id);
}

async function refresh({ stack, simulator }: Scene): Promise<void> {
    const id = simulator.customers[0]?.id ?? "";
    simulator.portal.changeBillingProfile(id, { defaultAddress: { addressLine1: "Elsewhere 1" } });
    const { output } = (await stack.refresh("--diff")).expectSuccess();
    assert.match(output, /"One Microsoft Way" => "Elsewhere 1"/);
}

async function destroy({ stack, simulator, resources }: Scene): Promise<void> {
    const { changes } = (await stack.destroy()).expectSuccess();
    assert.equal(changes.delete, resources);
    assert.equal(simulator.customers[0]?.deleted, true);
}
