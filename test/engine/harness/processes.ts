import { execFileSync } from "node:child_process";

/** The processes that a process has started, and those that these have started. */
export function descendants(pid: number): number[] {
    const table = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
    const pairs = table
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/).map(Number));
    const children = (parent: number): number[] =>
        pairs
            .filter(([child, itsParent]) => itsParent === parent && child !== undefined)
            .flatMap(([child = 0]) => [child, ...children(child)]);
    return children(pid);
}

/** Sends a signal to a process that may have ended already. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
    try {
        process.kill(pid, signal);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
            throw error;
        }
    }
}
