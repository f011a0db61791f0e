import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { watchProcessTree } from "../../bench/measuring/processTree";

/** Half a second of work, however long a busy machine takes for it. */
const busy =
    "const held = Buffer.alloc(60e6, 1); while (process.cpuUsage().user + process.cpuUsage().system < 5e5);";

test("a process' time and memory are counted with those of its children, also when they have ended", async () => {
    const child = JSON.stringify(busy);
    const parent = `require("child_process").spawn(process.execPath, ["-e", ${child}]).on("exit", () => setTimeout(() => {}, 300))`;
    const running = spawn(process.execPath, ["-e", parent]);
    const endWatch = watchProcessTree(Number(running.pid));
    await once(running, "exit");
    const { cpuSeconds, peakMemoryBytes } = endWatch();
    assert.ok(cpuSeconds >= 0.45 && cpuSeconds < 3, `${cpuSeconds} s`);
    assert.ok(peakMemoryBytes > 120e6, `${peakMemoryBytes} bytes`);
});
