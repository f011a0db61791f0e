/**
 * From now on the SDK writes down no stacks. It does so for some sixty promises of each resource, to
 * find leaks with; under a TypeScript loader, which maps every line, that takes a third of a program's
 * time. The position in the program that the state keeps is not among them.
 *
 * Each constructor does so around its own `super`, with the same words: see `registration` for why no
 * function can do it for them.
 */
export function pausePromiseStacks() {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    const resume = () => {
        Error.stackTraceLimit = stackTraceLimit;
    };
    return {
        resume,
        /** A failure from the time without stacks, with the stack of the caller. */
        located(error: unknown): unknown {
            resume();
            if (error instanceof Error) {
                Error.captureStackTrace(error);
            }
            return error;
        },
    };
}
