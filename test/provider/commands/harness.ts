import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import type { TestContext } from "node:test";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/index";

export const projectRoot = resolve(__dirname, "../../..");

/** A simulator that ends with its test. */
export async function simulatorFor(
    t: TestContext,
    options: SimulatorOptions = {},
): Promise<Simulator> {
    const certificateFolder = join(projectRoot, ".simulator");
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    return simulator;
}

/** Where the simulator is, and which partner it knows, without a credential. */
export function addressesOf(simulator: Simulator): Record<string, string> {
    const { PARTNERCENTER_CLIENT_SECRET: _, ...rest } = simulator.settings();
    return rest;
}

/** What a command left behind. */
export interface Outcome {
    exitCode: number | null;
    out: string;
    err: string;
}

/**
 * Runs the command in a process of its own, which knows no credential but `settings`.
 *
 * @param onOutput Is told of all standard output so far, each time there is more.
 */
export async function runCommand(
    args: readonly string[],
    settings: Record<string, string> = {},
    onOutput: (out: string) => void = () => {},
): Promise<Outcome> {
    const inherited = Object.entries(process.env).filter(
        ([name]) => !/^(PARTNERCENTER|AZURE|ARM)_/.test(name),
    );
    const child = spawn(
        process.execPath,
        ["--import", "tsx", join(projectRoot, "provider/commands/main.ts"), ...args],
        { cwd: projectRoot, env: { ...Object.fromEntries(inherited), ...settings } },
    );
    const outcome: Outcome = { exitCode: null, out: "", err: "" };
    child.stdout.on("data", (chunk) => {
        outcome.out += chunk;
        onOutput(outcome.out);
    });
    child.stderr.on("data", (chunk) => {
        outcome.err += chunk;
    });
    const [exitCode] = await once(child, "close");
    return { ...outcome, exitCode };
}
