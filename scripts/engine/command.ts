import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What a command that has ended left behind. */
export interface CommandResult {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
    readonly timedOut: boolean;
}

/** Where and how a command runs. */
export interface CommandOptions {
    readonly env: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly timeoutMs?: number;
}

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command to its end. It, and whatever it started, is ended too when its time is up or
 * when this process is told to end. Rejects only if the command cannot be started.
 */
export async function runCommand(
    command: string,
    args: readonly string[],
    options: CommandOptions,
): Promise<CommandResult> {
    const child = spawn(command, args, {
        cwd: options.cwd,
        env: options.env,
        stdio: ["ignore", "pipe", "pipe"],
        // A process group of its own, so that one signal reaches all that the command starts.
        detached: process.platform !== "win32",
    });
    const end = () => killGroup(child.pid);
    const endBoth = (signal: NodeJS.Signals) => {
        end();
        process.kill(process.pid, signal);
    };
    for (const signal of endings) {
        process.once(signal, endBoth);
    }
    let timedOut = false;
    const timer = setTimeout(
        () => {
            timedOut = true;
            end();
        },
        options.timeoutMs ?? 2 ** 31 - 1,
    );
    try {
        const [code, stdout, stderr] = await Promise.all([
            new Promise<number | null>((resolve, reject) => {
                child.once("error", reject);
                child.once("close", resolve);
            }),
            text(child.stdout),
            text(child.stderr),
        ]);
        return { code, stdout, stderr, timedOut };
    } finally {
        clearTimeout(timer);
        for (const signal of endings) {
            process.off(signal, endBoth);
        }
    }
}

/** The last line of a text that says anything: where tools put the reason why they failed. */
export function lastLine(output: string): string {
    const lines = output.split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "").at(-1) ?? "no reason given";
}

function killGroup(pid: number | undefined): void {
    if (pid === undefined) {
        return;
    }
    try {
        process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    } catch {
        // It has ended by itself in the meantime.
    }
}
