import { readdirSync, readFileSync } from "node:fs";

/** What a process and all that it started have taken. */
export interface Consumption {
    /** Processor time of all of them, also of those that have ended. */
    cpuSeconds: number;
    /** The most memory that was resident at one moment; what they share counts for each of them. */
    peakMemoryBytes: number;
}

const everyMs = 50;
const ticksPerSecond = 100;
const pageBytes = 4096;

/**
 * Watches a process and its descendants by looking into `/proc` twenty times a second, so what happens
 * after the last look is missed, as is a process that lives between two of them.
 *
 * @returns Ends the watch, and answers what they took.
 */
export function watchProcessTree(root: number): () => Consumption {
    const tree = new Set([root]);
    const strangers = new Set(pids());
    strangers.delete(root);
    const taken: Consumption = { cpuSeconds: 0, peakMemoryBytes: 0 };
    const look = () => {
        for (const pid of pids()) {
            if (!tree.has(pid) && !strangers.has(pid)) {
                (tree.has(readStat(pid)?.parent ?? 0) ? tree : strangers).add(pid);
            }
        }
        const stats = [...tree].flatMap((pid) => readStat(pid) ?? []);
        // A process counts its children once they have ended, so no time is counted twice.
        const cpuSeconds = sum(stats.map(({ ticks }) => ticks)) / ticksPerSecond;
        const memoryBytes = sum(stats.map(({ pages }) => pages)) * pageBytes;
        taken.cpuSeconds = Math.max(taken.cpuSeconds, cpuSeconds);
        taken.peakMemoryBytes = Math.max(taken.peakMemoryBytes, memoryBytes);
    };
    const timer = setInterval(look, everyMs);
    return () => {
        clearInterval(timer);
        return taken;
    };
}

function pids(): number[] {
    return readdirSync("/proc").map(Number).filter(Boolean);
}

/** A line of `/proc/<pid>/stat`; nothing for a process that has ended. */
function readStat(pid: number) {
    try {
        const text = readFileSync(`/proc/${pid}/stat`, "utf8");
        // The name of the program, in brackets, may hold spaces.
        const fields = text
            .slice(text.lastIndexOf(")") + 2)
            .split(" ")
            .map(Number);
        const [parent = 0, ticks, pages = 0] = [fields[1], sum(fields.slice(11, 15)), fields[21]];
        return { parent, ticks, pages };
    } catch {
        return undefined;
    }
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}
