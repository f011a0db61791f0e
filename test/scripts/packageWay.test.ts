import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packageWay } from "../../scripts/engine/packageWay";
import { engineVersion } from "../../scripts/engine/version";
import { type FakeMachine, fakeMachine, putPulumi } from "./fakeMachine";

/** The npm package `pulumi` with another download. */
function putPackage(machine: FakeMachine, download: string): string {
    const packageFolder = join(machine.root, "package");
    mkdirSync(join(packageFolder, "lib"), { recursive: true });
    const module = `exports.resolve = async ({ version }) => { ${download} };`;
    writeFileSync(join(packageFolder, "lib/resolve.js"), module);
    return packageFolder;
}

const goodDownload = `
    const fs = require("node:fs");
    const bin = process.env.PULUMI_HOME + "/versions/" + version + "/bin";
    fs.mkdirSync(bin, { recursive: true });
    for (const name of ["pulumi", "pulumi-language-nodejs", "pulumi-watch"]) {
        fs.writeFileSync(bin + "/" + name, "#!/bin/sh\\necho v" + version, { mode: 0o755 });
    }`;

function way(machine: FakeMachine, download: string, patienceMs = 20_000) {
    const packageFolder = putPackage(machine, download);
    return packageWay(machine.env, machine.progress, { packageFolder, patienceMs });
}

test("an engine that is there already is taken without a download", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);

    const engine = await way(machine, `throw new Error("was asked to download");`).get();

    assert.equal(engine.folder, machine.engine);
    assert.deepEqual(machine.steps, []);
});

test("the package downloads the engine once, with all that comes with it", async (t) => {
    const machine = fakeMachine(t);
    const packaged = way(machine, goodDownload);

    await packaged.get();
    await packaged.get();

    assert.deepEqual(machine.steps, [`Downloading Pulumi ${engineVersion}`]);
    assert.deepEqual(readdirSync(machine.engine).sort(), [
        "pulumi",
        "pulumi-language-nodejs",
        "pulumi-resource-pulumi-nodejs",
        "pulumi-watch",
    ]);
});

test("an engine without its language host is completed", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion, { host: false });

    await way(machine, goodDownload).get();

    assert.ok(existsSync(join(machine.engine, "pulumi-language-nodejs")));
});

const failures = [
    {
        name: "a host that cannot be reached",
        download: `throw new Error("fetch failed", { cause: new Error("ENOTFOUND get.pulumi") });`,
        reason: /^Error: its download failed: fetch failed: ENOTFOUND get\.pulumi$/,
    },
    {
        name: "a download that brings nothing",
        download: `require("node:fs").mkdirSync(process.env.PULUMI_HOME, { recursive: true });`,
        reason: /without pulumi or without its Node\.js language host/,
    },
    {
        name: "a pulumi that does not run here",
        download: goodDownload.replace("echo v", "exit 1; "),
        reason: /did not say its version/,
    },
];

for (const { name, download, reason } of failures) {
    test(`${name} is a reason, and leaves nothing behind`, async (t) => {
        const machine = fakeMachine(t);

        await assert.rejects(way(machine, download).get(), reason);

        assert.deepEqual(readdirSync(join(machine.engine, "..")), []);
    });
}

test("a download that hangs is given up", async (t) => {
    const machine = fakeMachine(t);
    const hanging = way(machine, "await new Promise(() => setInterval(() => {}, 1_000));", 300);

    await assert.rejects(hanging.get(), /^Error: its download was not done within 0\.3 s$/);
});
