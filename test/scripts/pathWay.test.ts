import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { pathWay } from "../../scripts/engine/pathWay";
import { fakeMachine, putCommand, putPulumi } from "./fakeMachine";

test("a pulumi on PATH that is new enough is taken", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.bin, "3.300.1");

    const engine = await pathWay(machine.env).get();

    assert.deepEqual(engine, { folder: machine.bin, version: "3.300.1", origin: "found on PATH" });
});

test("its language host may be elsewhere on PATH", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.bin, "3.259.0", { host: false });
    const other = join(machine.root, "other");
    putCommand(other, "pulumi-language-nodejs", "exit 0");
    const env = { ...machine.env, PATH: [machine.bin, other].join(delimiter) };

    assert.equal((await pathWay(env).get()).folder, machine.bin);
});

test("of a link to pulumi the folder of pulumi itself is taken", async (t) => {
    const machine = fakeMachine(t);
    const cellar = join(machine.root, "cellar");
    putPulumi(cellar, "3.259.0");
    symlinkSync(join(cellar, "pulumi"), join(machine.bin, "pulumi"));

    assert.equal((await pathWay(machine.env).get()).folder, cellar);
});

test("behind a pulumi that is too old, a newer one is found", async (t) => {
    const machine = fakeMachine(t);
    const newer = join(machine.root, "newer");
    putPulumi(machine.bin, "3.258.9");
    putPulumi(newer, "3.259.0");
    const env = { ...machine.env, PATH: [machine.bin, newer].join(delimiter) };

    assert.equal((await pathWay(env).get()).folder, newer);
});

test("a pulumi that is too old is refused", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.bin, "3.258.9");

    await assert.rejects(pathWay(machine.env).get(), /pulumi is 3\.258\.9, older than 3\.259\.0$/);
});

test("a pulumi without its Node.js language host is refused", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.bin, "3.259.0", { host: false });

    await assert.rejects(pathWay(machine.env).get(), /has no pulumi-language-nodejs/);
});

test("a pulumi that does not run is refused with what it said", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.bin, "3.259.0");
    putCommand(machine.bin, "pulumi", "echo cannot load libc >&2; exit 1");

    await assert.rejects(pathWay(machine.env).get(), /did not say its version: cannot load libc/);
});

test("the script that npm puts on PATH under the same name is not asked", async (t) => {
    const machine = fakeMachine(t);
    const launcher = join(machine.root, "node_modules/pulumi/run.js");
    mkdirSync(join(machine.root, "node_modules/pulumi"), { recursive: true });
    writeFileSync(launcher, "#!/bin/sh\necho v3.259.0\n", { mode: 0o755 });
    symlinkSync(launcher, join(machine.bin, "pulumi"));
    putCommand(machine.bin, "pulumi-language-nodejs", "exit 0");

    await assert.rejects(pathWay(machine.env).get(), /^Error: there is none$/);
});
