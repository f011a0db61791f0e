import { hostname } from "node:os";

/** A process that holds the lock of a stack. */
export interface Holder {
    host: string;
    pid: number;
    /** In milliseconds since 1970. */
    since: number;
}

/** Who holds a stack, as a self-managed backend says it; nobody where it is told in another way. */
export function holdersIn(message: string): Holder[] {
    const lines = message.matchAll(/created by \S*@(\S+) \(pid (\d+)\) at (\S+)/g);
    return [...lines].map(([, host = "", pid, since = ""]) => ({
        host,
        pid: Number(pid),
        since: Date.parse(since),
    }));
}

/**
 * Whether a lock is one that an earlier run of this fleet has left: of this machine, and not older than
 * that run's work on the stack. All other locks are somebody else's, and stay.
 */
export function isOfRun({ host, since }: Holder, startedAt: number): boolean {
    // The backend may give whole seconds.
    return host === hostname() && since >= startedAt - 1000;
}

/** Whether a process of this machine still lives. */
export function lives(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
