import assert from "node:assert/strict";
import type { ModelStack } from "../engine/engineModel";
import type { Members } from "../engine/wire";
import type { CustomerWorld } from "./world";

/** Fails unless the program wants what is there, and another look at the service finds nothing new. */
export async function expectNothingToDo(
    stack: ModelStack,
    program: Readonly<Record<string, Members>>,
): Promise<void> {
    assert.equal(await stack.changes(program), false, "a preview shows no change");
    const before = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.deepEqual([...stack.resources], before, "a refresh changes nothing");
}

/** Nothing goes wrong any more: `pulumi destroy` leaves nothing in the state. */
export async function expectRemoval({ simulator, stack }: CustomerWorld): Promise<void> {
    simulator.forgetMisbehaviours();
    const { ok, messages } = await stack.destroy();
    assert.ok(ok, `the removal is completed: ${messages.join("\n")}`);
    assert.equal(stack.resources.size, 0, "nothing is left in the state");
}
