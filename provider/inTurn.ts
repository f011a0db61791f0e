const turns = new Map<string, Promise<unknown>>();

/**
 * Does work about one thing after all other work about it, in this process: for what the service may
 * mix up where it arrives at the same moment.
 *
 * @param subject What it is about: work about another one does not wait.
 */
export async function inTurn<Result>(
    subject: string,
    work: () => Promise<Result>,
): Promise<Result> {
    const before = turns.get(subject);
    const mine = (async () => {
        await before?.catch(() => undefined);
        return await work();
    })();
    turns.set(subject, mine);
    try {
        return await mine;
    } finally {
        if (turns.get(subject) === mine) {
            turns.delete(subject);
        }
    }
}
