import assert from "node:assert/strict";
import { test } from "node:test";
import type { Engine, Way } from "../../scripts/engine/engine";
import { ensureEngine, firstThatWorks } from "../../scripts/engine/ensureEngine";
import { engineVersion } from "../../scripts/engine/version";
import { fakeMachine, putPulumi } from "./fakeMachine";

const works = (name: string): Way => ({
    name,
    get: async (): Promise<Engine> => ({ folder: `/${name}`, version: "3.259.0", origin: name }),
});

const fails = (name: string, reason: string): Way => ({
    name,
    get: () => Promise.reject(new Error(reason)),
});

test("the first way that works gives the engine", async () => {
    const engine = await firstThatWorks([fails("first", "no"), works("second"), works("third")]);
    assert.equal(engine.origin, "second");
});

test("where no way works, one message lists each, its reason, and what to install", async () => {
    const all = firstThatWorks([
        fails("pulumi on PATH", "there is none"),
        fails("the npm package", "cannot reach it"),
        fails("building it with Go", "there is no go on PATH"),
    ]);

    await assert.rejects(all, (error: Error) => {
        assert.deepEqual(error.message.split("\n"), [
            "There is no Pulumi engine, and no way to get one worked. Tried, in this order:",
            "  1. pulumi on PATH: there is none",
            "  2. the npm package: cannot reach it",
            "  3. building it with Go: there is no go on PATH",
            "Do one of these, then run this again:",
            "  - install the Pulumi CLI 3.259.0 or newer: https://www.pulumi.com/docs/install/",
            "  - let this machine reach https://get.pulumi.com, from where npm's package downloads it",
            "  - install Go 1.25 or newer: https://go.dev/dl/ (it then takes minutes, once)",
        ]);
        return true;
    });
});

test("a pulumi on PATH comes before the engine that was set up", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);
    putPulumi(machine.bin, "3.999.0");

    assert.equal((await ensureEngine(machine.env, machine.progress)).folder, machine.bin);
});

test("the engine that was set up comes before an old pulumi on PATH", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);
    putPulumi(machine.bin, "3.100.0");

    assert.equal((await ensureEngine(machine.env, machine.progress)).folder, machine.engine);
    assert.deepEqual(machine.steps, []);
});
