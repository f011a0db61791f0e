import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { engineVersion } from "../../scripts/engine/version";
import { fakeMachine, putPulumi } from "./fakeMachine";

test("set-up says in one line where the engine is, and does nothing a second time", (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);

    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", "scripts/setup.ts"],
        { env: machine.env, encoding: "utf8" },
    );

    assert.equal(stderr, "");
    assert.equal(stdout, `Pulumi ${engineVersion}, of the npm package pulumi: ${machine.engine}\n`);
    assert.equal(status, 0);
});
