import { test } from "node:test";
import type { MisbehaviourRule } from "../../../simulator/misbehaviour";
import { partnerStack } from "../partner";
import { customerProgram } from "../programs";
import { deaths, dieWhenAsked, expectOneCustomer, startAgain } from "./killed";

const create = { method: "POST", path: "/v1/customers$" };
const readBack = { method: "GET", path: "/v1/customers/" };

/** Where a creation is when the kill comes: the simulator holds it there. */
const points: Record<string, { held: MisbehaviourRule; asked: [string, RegExp] }> = {
    "before its request": {
        held: { on: { path: "/token$" }, delayMs: 60_000 },
        asked: ["POST", /\/token$/],
    },
    "while it waits for its answer": {
        held: { on: create, delayMs: 60_000 },
        asked: ["POST", /\/v1\/customers$/],
    },
    "after its answer, while it is read back": {
        held: { on: readBack, delayMs: 60_000 },
        asked: ["GET", /\/v1\/customers\//],
    },
};

for (const [point, { held, asked }] of Object.entries(points)) {
    for (const [death, kill] of Object.entries(deaths)) {
        test(`${death} in a creation ${point}: one tenant, and its password`, async (t) => {
            const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
            simulator.misbehave(held);
            await dieWhenAsked({ simulator, stack }, ...asked, kill);
            (await startAgain(stack)).expectSuccess();
            await expectOneCustomer(simulator, stack);
        });
    }
}
