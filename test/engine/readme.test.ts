import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { runCommand } from "../../scripts/engine/command";
import { freshClone } from "./harness/freshClone";
import { backendEnvironment } from "./harness/newStack";
import { repository } from "./harness/project";

test("who follows the README word for word in an empty folder has a customer", async (t) => {
    const { program, install, deploy } = partsOf(
        await readFile(join(repository, "README.md"), "utf8"),
    );
    const root = await mkdtemp(join(tmpdir(), "partnercenter-readme-"));
    t.after(() => rm(root, { recursive: true, force: true }));
    const clone = join(root, "pulumi-partnercenter");
    await freshClone(clone);
    const customers = join(root, "customers");
    const env = {
        ...(await backendEnvironment({ home: join(root, "home"), state: root })),
        // Instead of the answer to "Do you want to perform this update?".
        PULUMI_SKIP_CONFIRMATIONS: "true",
    };

    await shell(install, clone, env);
    await writeFile(join(customers, "index.ts"), program);
    const settings = await startSimulator(t, customers, env);
    const isPlaceholder = /^export .*=\.\.\.$/;
    const commands = deploy.split("\n").map((line) => (isPlaceholder.test(line) ? settings : line));
    const output = await shell(commands.join("\n"), customers, env);

    assert.match(output, /administrator: "admin@contoso\.onmicrosoft\.com"/);
    assert.match(output, /credentials +: \[secret\]/);
    assert.match(output, /tenantId +: "[0-9a-f-]{36}"/);
});

/** The first program, and the two blocks of commands under "Use it in your project". */
function partsOf(readme: string): { program: string; install: string; deploy: string } {
    const [, program = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
    const [, use = ""] = /\n## Use it in your project\n(.*?)\n## /s.exec(readme) ?? [];
    const [install = "", deploy = ""] = [...use.matchAll(/```sh\n(.*?)```/gs)].map(
        ([, text]) => text,
    );
    assert.ok(program.includes("new partnercenter.Customer"), "the program");
    assert.ok(install.includes("npm pack") && deploy.includes("pulumi up"), "the commands");
    return { program, install, deploy };
}

async function shell(text: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
    const { code, stdout, stderr } = await runCommand("bash", ["-euo", "pipefail", "-c", text], {
        cwd,
        env,
    });
    assert.equal(code, 0, `${stdout}\n${stderr}`);
    return stdout;
}

/** `npx partnercenter-simulator` in another terminal; answers what to paste, between `set -a` and `set +a`. */
async function startSimulator(
    t: TestContext,
    cwd: string,
    env: NodeJS.ProcessEnv,
): Promise<string> {
    const child = spawn("npx", ["partnercenter-simulator"], {
        cwd,
        env,
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
    });
    const { pid } = child;
    assert.ok(pid !== undefined, "npx can be started");
    t.after(() => process.kill(-pid, "SIGTERM"));
    const settings: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
        if (line.startsWith("Ctrl-C")) {
            break;
        }
        if (/^[A-Z_]+=/.test(line)) {
            settings.push(line);
        }
    }
    return ["set -a", ...settings, "set +a"].join("\n");
}
