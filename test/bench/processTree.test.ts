import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { watchProcessTree } from "../../bench/measuring/processTree";

const busy =
    "const end = Date.now() + 700; const held = Buffer.alloc(60e6, 1); while (Date.now() < end);";

test("a process' time and memory are counted with those of its children, also when they have ended", async () => {
    const child = JSON.stringify(busy);
    const parent = `require("child_process").spawn(process.execPath, ["-e", ${child}]).on("exit", () => setTimeout(() => {}, 300))`;
    const running = spawn(process.execPath, ["-e", parent]);
    const endWatch = watchProcessTree(Number(running.pid));
    await once(running, "exit");
    const { cpuSeconds, peakMemoryBytes } = endWatch();
    assert.ok(cpuSeconds > 0.2 && cpuSeconds < 3, `${cpuSeconds} s`);
    assert.ok(peakMemoryBytes > 120e6, `${peakMemoryBytes} bytes`);
});
