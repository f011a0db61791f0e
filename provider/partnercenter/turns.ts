/** Lets work about one thing begin when all earlier work about it is done. */
export class Turns {
    readonly #last = new Map<string, Promise<unknown>>();

    /** @param subject What the work is about: that about another one does not wait. */
    async take<Result>(subject: string, work: () => Promise<Result>): Promise<Result> {
        const before = this.#last.get(subject);
        const mine = (async () => {
            await before?.catch(() => undefined);
            return await work();
        })();
        this.#last.set(subject, mine);
        try {
            return await mine;
        } finally {
            if (this.#last.get(subject) === mine) {
                this.#last.delete(subject);
            }
        }
    }
}
