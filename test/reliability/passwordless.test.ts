import "./fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { subject } from "./faults/operations";
import { expectAgreement } from "./invariants";
import { bringToTheEnd, inWorld, up } from "./world";

test("a replay without the password says so, also where the customer cannot be read back", async () => {
    const simulator = { uncertain: { repeatedRequestId: "replayWithoutPassword" } } as const;
    await inWorld({ simulator }, async (world) => {
        world.program.set(subject, {});
        const isCreate = ({ method }: { method: string }) => method === "POST";
        await up(world, { kill: { nth: 2, when: "after", on: isCreate } });
        assert.equal(world.simulator.customers.length, 1, "it was killed after the creation");

        world.simulator.misbehave({ on: { method: "GET", path: "/v1/customers/" }, status: 403 });
        const { messages } = await up(world);
        assert.match(messages.join("\n"), /could not be read back/);
        assert.match(messages.join("\n"), /Reset the password of admin/);

        await bringToTheEnd(world);
        await expectAgreement(world);
        assert.deepEqual(world.manualSteps, ["resetPassword"]);
    });
});
