import assert from "node:assert/strict";
import { copyFile, mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { partnerStack } from "../partner";
import { recordedOptions, statesFolder } from "./states";

test("there is at least one recorded state", async () => {
    assert.notDeepEqual(await readdir(statesFolder), []);
});

test("a state of every earlier version shows no change, is refreshed and destroyed", async (t) => {
    for (const version of await readdir(statesFolder)) {
        await t.test(version, async (t) => {
            const folder = join(statesFolder, version);
            const stateFile = join(await mkdtemp(join(tmpdir(), "partnercenter-")), "state.json");
            await copyFile(join(folder, "partnercenter.json"), stateFile);
            const program = await readFile(join(folder, "program.ts"), "utf8");
            const { simulator, stack } = await partnerStack(
                t,
                { ...recordedOptions, program },
                { stateFile },
            );
            const recorded = ["stack", "import", "--file", join(folder, "stack.json")];
            (await stack.run(...recorded, "--non-interactive")).expectSuccess();

            (await stack.preview("--expect-no-changes")).expectSuccess();
            assert.equal((await stack.up()).expectSuccess().changes.same, 2);
            assert.equal((await stack.refresh()).expectSuccess().changes.same, 2);
            const { password } = simulator.customers[0] ?? {};
            assert.deepEqual((await stack.outputs()).credentials, { userName: "admin", password });
            (await stack.destroy()).expectSuccess();
            assert.equal(simulator.customers[0]?.deleted, true);
        });
    }
});
