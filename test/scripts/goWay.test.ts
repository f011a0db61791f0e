import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { goWay } from "../../scripts/engine/goWay";
import { type FakeMachine, fakeMachine, putCommand } from "./fakeMachine";

/** A Go toolchain that writes down how it was called, and builds commands that say a version. */
function putGo(machine: FakeMachine, atBuild = ""): string {
    const log = join(machine.root, "go.log");
    putCommand(
        machine.bin,
        "go",
        `
        echo "$CGO_ENABLED [$GOFLAGS] $*" >> ${log}
        /bin/cat go.mod >> ${log}
        [ "$1" = build ] || exit 0
        ${atBuild}
        while [ "$1" != -o ]; do shift; done
        printf '#!/bin/sh\\necho v3.259.0\\n' > "$2"
        /bin/chmod 755 "$2"`,
    );
    return log;
}

test("both commands are built, each in a module of its own, and moved into place", async (t) => {
    const machine = fakeMachine(t);
    const log = putGo(machine);

    const engine = await goWay({ ...machine.env, GOFLAGS: "-mod=vendor" }, machine.progress).get();

    assert.equal(engine.folder, machine.engine);
    assert.deepEqual(readdirSync(machine.engine).sort(), [
        "pulumi",
        "pulumi-language-nodejs",
        "pulumi-resource-pulumi-nodejs",
    ]);
    assert.deepEqual(readdirSync(join(machine.engine, "..")), ["bin"]);
    const calls = readFileSync(log, "utf8");
    const host = "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs";
    const cli = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
    assert.ok(
        calls.includes(`0 [] get ${host}@v3.68.0\nmodule engine\n\ngo 1.24\n\ntool ${host}\n`),
    );
    assert.ok(
        calls.includes(`0 [] get ${cli}@v3.259.0\nmodule engine\n\ngo 1.24\n\ntool ${cli}\n`),
    );
    assert.match(calls, /0 \[\] build -trimpath -ldflags -s -w -X \S+version\.Version=v3\.259\.0 /);
    assert.equal(machine.steps.length, 4);
});

test("without Go on PATH the reason says so", async (t) => {
    const machine = fakeMachine(t);

    await assert.rejects(goWay(machine.env, machine.progress).get(), /there is no go on PATH/);
});

test("a build that fails gives Go's last line as the reason, and leaves nothing", async (t) => {
    const machine = fakeMachine(t);
    putGo(machine, "echo compiling >&2; echo no space left on device >&2; exit 1");

    const failure = goWay(machine.env, machine.progress).get();

    await assert.rejects(failure, /^Error: go build failed for \S+: no space left on device$/);
    assert.deepEqual(readdirSync(join(machine.engine, "..")), []);
});

test("two set-ups at once both end with a whole engine", async (t) => {
    const machine = fakeMachine(t);
    putGo(machine, "/bin/sleep 0.2");
    const way = goWay(machine.env, machine.progress);

    await Promise.all([way.get(), way.get()]);

    assert.ok(existsSync(join(machine.engine, "pulumi")));
    assert.deepEqual(readdirSync(join(machine.engine, "..")), ["bin"]);
});

test("a set-up that is ended half-way ends its build, and the next one starts afresh", async (t) => {
    const machine = fakeMachine(t);
    const pidFile = join(machine.root, "build.pid");
    putGo(machine, `[ -e ${pidFile} ] || { echo $$ > ${pidFile}; exec /bin/sleep 60; }`);
    const script = `
        const { goWay } = require("./scripts/engine/goWay");
        void goWay(process.env, { step: (_, work) => work() }).get();`;
    const setup = spawn(process.execPath, ["--import", "tsx", "-e", script], { env: machine.env });
    await waitUntil(() => existsSync(pidFile) && readFileSync(pidFile, "utf8") !== "");

    setup.kill("SIGTERM");
    await once(setup, "exit");

    await waitUntil(() => !isRunning(Number(readFileSync(pidFile, "utf8"))));
    assert.equal(existsSync(machine.engine), false);
    await goWay(machine.env, machine.progress).get();
    assert.deepEqual(readdirSync(join(machine.engine, "..")), ["bin"]);
});

async function waitUntil(isSo: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!isSo()) {
        assert.ok(Date.now() < deadline, "what was waited for did not happen");
        await sleep(20);
    }
}

function isRunning(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
