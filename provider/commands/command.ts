/** A sub-command of `partnercenter`. */
export interface Command {
    /** What `--help` prints. */
    help: string;
    /**
     * Runs it, and says whether it did what was asked for.
     *
     * @throws UsageError, or the TypeError of `parseArgs`, where the arguments make no sense.
     */
    run(args: readonly string[]): Promise<"done" | "refused">;
}

/** The command was called in a wrong way. */
export class UsageError extends Error {
    override readonly name = "UsageError";
}
