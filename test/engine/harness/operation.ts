import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { descendants, signalProcess } from "./processes";
import { Result } from "./result";

const patienceMs = 120_000;

/** A command that runs, `pulumi` if not another one. */
export class Operation {
    /** Resolves when the command has ended, in whichever way. */
    readonly result: Promise<Result>;
    /** What a message calls it: the command, without values that may be secret. */
    readonly label: string;
    private readonly child: ChildProcess;
    private readonly printed = { stdout: "", stderr: "" };
    private ended = false;
    /** What `kill` has left without its parent. */
    private orphans: number[] = [];

    constructor(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, program = "pulumi") {
        const words = args.slice(0, 2).filter((arg) => !arg.startsWith("-"));
        this.label = `${program} ${words.join(" ")}`;
        this.child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        for (const stream of ["stdout", "stderr"] as const) {
            this.child[stream]?.setEncoding("utf8").on("data", (text: string) => {
                this.printed[stream] += text;
            });
        }
        this.result = new Promise((resolve, reject) => {
            this.child.once("error", reject);
            this.child.once("close", (code) => {
                this.ended = true;
                resolve(new Result(this.label, code, this.printed.stdout, this.printed.stderr));
            });
        });
    }

    /** The engine's process. */
    get pid(): number {
        if (this.child.pid === undefined) throw new Error(`${this.label} was not started.`);
        return this.child.pid;
    }

    /** All that it has printed so far. */
    get output(): string {
        return `${this.printed.stdout}\n${this.printed.stderr}`;
    }

    /** Waits until something is so, for example until the output has a line or a call came in. */
    async until(isSo: (output: string) => boolean): Promise<void> {
        const deadline = Date.now() + patienceMs;
        while (!isSo(this.output)) {
            if (this.ended || Date.now() > deadline) {
                throw new Error(`What was waited for did not happen:\n${this.output}`);
            }
            await sleep(20);
        }
    }

    /** Asks `pulumi` to stop, as ^C in a terminal does. */
    interrupt(): void {
        this.signal("SIGINT");
    }

    /** Ends `pulumi` alone, at once: its provider processes live on without it for a while. */
    kill(): void {
        this.orphans = this.family();
        this.signal("SIGKILL");
    }

    /** Ends `pulumi` and all that it has started, at once: as if the machine lost its power. */
    killAll(): void {
        const family = this.family();
        this.signal("SIGKILL");
        for (const pid of family) {
            signalProcess(pid, "SIGKILL");
        }
    }

    /** Ends what may still run, so that a test leaves no process behind. */
    async end(): Promise<void> {
        if (!this.ended) {
            this.killAll();
            await this.result;
        }
        for (const pid of this.orphans) {
            signalProcess(pid, "SIGKILL");
        }
    }

    private family(): number[] {
        return this.child.pid === undefined ? [] : descendants(this.child.pid);
    }

    private signal(signal: NodeJS.Signals): void {
        this.child.kill(signal);
    }
}
