/** How a run is ended before its time. */
export interface Interruption {
    /** Nothing more is begun. */
    signal: AbortSignal;
    /** The engines are asked to finish what they have begun, and to do no more. */
    engines: AbortSignal;
}

/** One ^C can arrive twice: from the terminal, and from the `npm` that has started this process. */
const sameRequestMs = 1000;

/** Ends a run in good order when this process is asked to end. A second request ends it at once. */
export function interruption(): Interruption {
    const [run, engines] = [new AbortController(), new AbortController()];
    let endsSince: number | undefined;
    const end = (hasReachedAll: boolean) => {
        if (endsSince !== undefined) {
            if (Date.now() - endsSince > sameRequestMs) {
                process.exit(1);
            }
            return;
        }
        endsSince = Date.now();
        process.stderr.write("\nComing to an end: what has begun is finished first.\n");
        run.abort();
        if (!hasReachedAll) {
            engines.abort();
        }
    };
    // On a terminal ^C goes to the engines too, and asking them twice would cut them off.
    process.on("SIGINT", () => end(process.stdin.isTTY === true));
    process.on("SIGTERM", () => end(false));
    return { signal: run.signal, engines: engines.signal };
}
