import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Progress } from "../../scripts/engine/progress";
import { engineVersion } from "../../scripts/engine/version";

/** A machine with nothing on PATH and an empty `PULUMI_HOME`, in a folder of the test. */
export interface FakeMachine {
    readonly root: string;
    /** The only folder on PATH. */
    readonly bin: string;
    /** Where the pinned engine belongs. */
    readonly engine: string;
    readonly env: NodeJS.ProcessEnv;
    /** The steps that were shown, in order. */
    readonly steps: string[];
    readonly progress: Progress;
}

export function fakeMachine(t: TestContext): FakeMachine {
    const root = mkdtempSync(join(tmpdir(), "fake-machine-"));
    t.after(() => rmSync(root, { recursive: true }));
    const bin = join(root, "bin");
    mkdirSync(bin);
    const home = join(root, "home");
    const steps: string[] = [];
    return {
        root,
        bin,
        engine: join(home, "versions", engineVersion, "bin"),
        env: { PATH: bin, PULUMI_HOME: home },
        steps,
        progress: {
            step(what, work) {
                steps.push(what);
                return work();
            },
        },
    };
}

/** Puts a shell script in a folder as a command; its tools must be named by their paths. */
export function putCommand(folder: string, name: string, script: string): string {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
}

/** Puts a `pulumi` of a version in a folder, with or without its language host. */
export function putPulumi(folder: string, version: string, { host = true } = {}): void {
    putCommand(folder, "pulumi", `echo v${version}`);
    if (host) {
        putCommand(folder, "pulumi-language-nodejs", "exit 0");
    }
}
