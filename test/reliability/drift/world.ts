import assert from "node:assert/strict";
import type { SimulatorOptions } from "../../../simulator";
import type { Wishes } from "../engine/programs";
import { subject } from "../faults/operations";
import { inWorld, programOf, up, type World } from "../world";

/** Runs some work on a customer that exists. */
export async function withCustomer(
    wishes: Wishes,
    simulator: SimulatorOptions,
    work: (world: World, id: string) => Promise<void>,
): Promise<void> {
    await inWorld({ simulator }, async (world) => {
        world.program.set(subject, wishes);
        const { ok, messages } = await up(world);
        assert.ok(ok, messages.join("\n"));
        await work(world, world.simulator.customers[0]?.id ?? "");
    });
}

/** Whether the program still wants what is there, after another look at it. */
export async function isUnchangedByRefresh(world: World): Promise<boolean> {
    assert.ok((await world.stack.refresh()).ok);
    return !(await world.stack.changes(programOf(world)));
}
