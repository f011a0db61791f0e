/** How a run is ended before its time. */
export interface Interruption {
    /** Nothing more is begun. */
    signal: AbortSignal;
    /** The engines are asked to finish what they have begun, and to do no more. */
    engines: AbortSignal;
}

/** Ends a run in good order when this process is asked to end. A second request ends it at once. */
export function interruption(): Interruption {
    const [run, engines] = [new AbortController(), new AbortController()];
    const end = (hasReachedAll: boolean) => {
        process.stderr.write("\nComing to an end: what has begun is finished first.\n");
        run.abort();
        if (!hasReachedAll) {
            engines.abort();
        }
    };
    // On a terminal ^C goes to the engines too, and asking them twice would cut them off.
    process.once("SIGINT", () => end(process.stdin.isTTY === true));
    process.once("SIGTERM", () => end(false));
    return { signal: run.signal, engines: engines.signal };
}
