import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runCommand } from "../../../scripts/engine/command";
import { startSimulator } from "../../../simulator";
import { freshClone } from "../harness/freshClone";
import { type StackSettings, stackOf } from "../harness/newStack";
import type { Stack } from "../harness/stack";
import { projectOf } from "./exampleStack";

test("in a fresh clone pulumi runs the quickstart at the top, and any other example where it is", async (t) => {
    const root = await mkdtemp(join(tmpdir(), "partnercenter-clone-"));
    const simulator = await startSimulator({ certificateFolder: ".simulator" });
    t.after(async () => {
        await rm(root, { recursive: true, force: true });
        await simulator.close();
    });
    const clone = join(root, "clone");
    const [state, home] = [join(root, "state"), join(root, "home")];
    await mkdir(state);
    await freshClone(clone);
    // What `npm ci` does last.
    const built = await runCommand("npm", ["run", "build"], { cwd: clone, env: process.env });
    assert.equal(built.code, 0, built.stderr);

    async function stackIn(folder: string, settings: StackSettings): Promise<Stack> {
        const project = { root, folder, program: join(folder, "index.ts"), state, home };
        return await stackOf(project, {
            ...settings,
            env: simulator.settings(),
            typeCheck: true,
        });
    }

    const quickstart = await stackIn(clone, { project: await projectOf("quickstart") });
    (await quickstart.preview()).expectSuccess();
    assert.equal(simulator.customers.length, 0);
    (await quickstart.up()).expectSuccess();
    assert.equal(simulator.customers.length, 1);
    (await quickstart.refresh("--expect-no-changes")).expectSuccess();
    (await quickstart.destroy()).mustFail(/deletionPolicy is "prevent"/);

    const tenantId = simulator.customers[0]?.id ?? "";
    const adoption = await stackIn(join(clone, "examples/adoption"), {
        project: await projectOf("adoption"),
        config: { contosoTenantId: tenantId, fabrikamTenantId: tenantId },
    });
    (await adoption.preview()).expectSuccess();
});
