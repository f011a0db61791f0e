import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWorld, programOf, up } from "../world";
import { subject } from "./operations";

test("check and diff ask nothing, so nothing can go wrong with them", async () => {
    await inWorld({}, async (world) => {
        const { program, simulator, stack } = world;
        program.set(subject, {});
        assert.ok((await up(world)).ok);
        simulator.forgetRequests();
        program.set(subject, { address: { city: "Bellevue" } });
        assert.equal(await stack.changes(programOf(world)), true);
        assert.deepEqual(simulator.requests, []);
    });
});

for (const [deletionPolicy, isLeft] of [
    ["retain", false],
    ["prevent", true],
] as const) {
    test(`a removal by "${deletionPolicy}" asks nothing, and leaves the customer`, async () => {
        await inWorld({}, async (world) => {
            world.program.set(subject, { deletionPolicy });
            assert.ok((await up(world)).ok);
            world.simulator.forgetRequests();
            const { ok } = await world.stack.destroy();
            assert.equal(ok, !isLeft);
            assert.equal(world.stack.resources.size, isLeft ? 1 : 0);
            assert.deepEqual(world.simulator.requests, []);
            assert.equal(world.simulator.customers[0]?.relationshipToPartner, "reseller");
        });
    });
}
