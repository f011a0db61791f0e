/** Shows a person, or the log of a pipeline, that a long piece of work goes on. */
export interface Progress {
    /** Does a piece of work under a line that says what it is and for how long it has run. */
    step<T>(what: string, work: () => Promise<T>): Promise<T>;
}

const terminalIntervalMs = 1_000;
const logIntervalMs = 15_000;

/** Progress on a stream: one line that counts in a terminal, a line now and then in a log. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
    return {
        async step(what, work) {
            const started = Date.now();
            const line = () => `${what} … ${Math.round((Date.now() - started) / 1_000)} s`;
            const show = () => {
                stream.write(stream.isTTY ? `\r${line()}` : `${line()}\n`);
            };
            stream.write(stream.isTTY ? what : `${what}\n`);
            const timer = setInterval(show, stream.isTTY ? terminalIntervalMs : logIntervalMs);
            try {
                return await work();
            } finally {
                clearInterval(timer);
                if (stream.isTTY) {
                    stream.write(`\r${line()}\n`);
                }
            }
        },
    };
}
