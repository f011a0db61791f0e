import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack } from "../partner";
import { customerProgram } from "../programs";
import { deaths, dieWhenAsked, expectOneCustomer, startAgain } from "./killed";

const profile = /\/profiles\/billing$/;
const points = {
    "before it reads": ["POST", /\/token$/],
    "while it reads": ["GET", profile],
    "while it writes": ["PUT", profile],
} as const;
const kills = ["engine and provider are killed", "the provider process is killed"] as const;

for (const death of kills) {
    test(`${death} in an update: it is done by the next one`, async (t) => {
        const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
        (await stack.up()).expectSuccess();
        for (const [point, [method, path]] of Object.entries(points)) {
            await t.test(point, async () => {
                const street = `"One Street ${point}"`;
                await stack.rewriteProgram(customerProgram({ street }));
                simulator.forgetRequests();
                simulator.misbehave({ on: { method, path }, delayMs: 60_000 });
                await dieWhenAsked({ simulator, stack }, method, path, deaths[death]);
                (await startAgain(stack)).expectSuccess();
                await expectOneCustomer(simulator, stack);
                assert.ok(JSON.stringify(simulator.customers[0]?.wire).includes(street));
            });
        }
    });
}
