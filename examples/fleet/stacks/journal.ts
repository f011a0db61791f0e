import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { Refused } from "./fleetFile";
import { lives } from "./lock";
import type { OperationName } from "./operations";
import type { Outcome } from "./runStack";
import type { Share } from "./sharedLimit";

/** What a run did with a stack. Holds no value of a customer. */
export interface Entry {
    /** Of all that the program says of its customers. */
    digest: string;
    /** Requests in a minute that its operations were lent; 0 without a limit. */
    perMinute: number;
    /** In milliseconds since 1970. */
    startedAt: number;
    /** Absent where the run was killed. */
    endedAt?: number;
    hasSucceeded?: boolean;
}

interface Run {
    operation: OperationName;
    host: string;
    /** The process; none once the run has ended. */
    pid?: number;
    /** Whether it went through all stacks, without a failure. */
    hasSucceeded?: boolean;
    /** By the stack's name. */
    entries: Record<string, Entry>;
}

/** What the fleet knows of its last run, however that ended, and of this one. */
export class Journal {
    /** What the run before this one has lent of the limit, and may still count. */
    readonly lentShares: readonly Share[];
    readonly #file: string;
    readonly #run: Run;
    /** Stacks that a run before this one did not end with. */
    readonly #wasKilled = new Set<string>();
    #writing = Promise.resolve();

    private constructor(file: string, run: Run, lentShares: readonly Share[]) {
        this.#file = file;
        this.#run = run;
        this.lentShares = lentShares;
    }

    /**
     * Begins a run. It goes on with the last one, where that was of the same operation and did not succeed.
     *
     * @throws Refused while another one runs.
     */
    static async begin(file: string, operation: OperationName): Promise<Journal> {
        const last = await readRun(file);
        if (last !== undefined && isRunning(last)) {
            throw new Refused(
                `Process ${last.pid} runs this fleet already. If it does not, remove ${file}.`,
            );
        }
        await mkdir(dirname(file), { recursive: true });
        const run = { operation, host: hostname(), pid: process.pid };
        return new Journal(
            file,
            { ...run, entries: last === undefined ? {} : entriesToKeep(last, operation) },
            Object.values(last?.entries ?? {}).map(({ perMinute, endedAt = Date.now() }) => ({
                perMinute,
                freeAt: endedAt + 60_000,
            })),
        );
    }

    /** Whether the run that this one goes on with has succeeded with a stack, and with the same customers. */
    isDone(stack: string, digest: string): boolean {
        const entry = this.#run.entries[stack];
        return entry?.hasSucceeded === true && entry.digest === digest;
    }

    /** When a run began with a stack that was killed there; in milliseconds since 1970. */
    killedRun(stack: string): number | undefined {
        const entry = this.#run.entries[stack];
        return entry?.endedAt === undefined ? entry?.startedAt : undefined;
    }

    /** Begins with a stack. It stays that of a killed run, if it was, until it has been finished. */
    async start(stack: string, digest: string): Promise<void> {
        const killedAt = this.killedRun(stack);
        if (killedAt !== undefined) {
            this.#wasKilled.add(stack);
        }
        const startedAt = killedAt ?? Date.now();
        this.#run.entries[stack] = { digest, perMinute: 0, startedAt };
        await this.#write();
    }

    /** Remembers that a stack may send requests. */
    async lend(stack: string, perMinute: number): Promise<void> {
        await this.#change(stack, (entry) => ({ perMinute: entry.perMinute + perMinute }));
    }

    /** Ends with a stack, unless it may still be locked by a run that was killed or cut off. */
    async finish(stack: string, outcome: Outcome): Promise<void> {
        const mayBeLocked =
            outcome === "interrupted" || (outcome === "locked" && this.#wasKilled.has(stack));
        if (!mayBeLocked) {
            await this.#change(stack, () => ({
                endedAt: Date.now(),
                hasSucceeded: outcome === "succeeded",
            }));
        }
    }

    async end(hasSucceeded: boolean): Promise<void> {
        delete this.#run.pid;
        this.#run.hasSucceeded = hasSucceeded;
        await this.#write();
    }

    async #change(stack: string, change: (entry: Entry) => Partial<Entry>): Promise<void> {
        const entry = this.#run.entries[stack];
        if (entry !== undefined) {
            this.#run.entries[stack] = { ...entry, ...change(entry) };
            await this.#write();
        }
    }

    /** One write after another, each as a whole, so that a kill leaves the one before it. */
    #write(): Promise<void> {
        const text = JSON.stringify(this.#run, undefined, 4);
        this.#writing = this.#writing.then(async () => {
            await writeFile(`${this.#file}.new`, text);
            await rename(`${this.#file}.new`, this.#file);
        });
        return this.#writing;
    }
}

/** A run as the journal has it. */
export interface LastRun {
    operation: OperationName;
    isRunning: boolean;
    entries: Readonly<Record<string, Entry>>;
}

export async function readLastRun(file: string): Promise<LastRun | undefined> {
    const run = await readRun(file);
    return run && { ...run, isRunning: isRunning(run) };
}

async function readRun(file: string): Promise<Run | undefined> {
    const text = await readFile(file, "utf8").catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Run);
}

function isRunning({ host, pid }: Run): boolean {
    return host === hostname() && pid !== undefined && pid !== process.pid && lives(pid);
}

/** All of a run to go on with; of another one, the stacks that its end may have left locked. */
function entriesToKeep(last: Run, operation: OperationName): Record<string, Entry> {
    const goesOn = last.operation === operation && last.hasSucceeded !== true;
    return Object.fromEntries(
        Object.entries(last.entries).filter(([, { endedAt }]) => goesOn || endedAt === undefined),
    );
}
