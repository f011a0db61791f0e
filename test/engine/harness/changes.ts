/** How many resources an operation created, updated and so on. The stack itself is one of them. */
export interface Changes {
    readonly create: number;
    readonly update: number;
    readonly replace: number;
    readonly delete: number;
    readonly same: number;
    readonly errored: number;
}

// Done, and planned: "2 created", "1 to create".
const words: Readonly<Record<keyof Changes, RegExp>> = {
    create: /(\d+) (?:created|to create)$/m,
    update: /(\d+) (?:updated|to update)$/m,
    replace: /(\d+) (?:replaced|to replace)$/m,
    delete: /(\d+) (?:deleted|to delete)$/m,
    same: /(\d+) unchanged$/m,
    errored: /(\d+) errored$/m,
};

/** Reads the last "Resources:" summary of an operation's output; all zero where there is none. */
export function parseChanges(output: string): Changes {
    const summary = output.split(/^Resources:$/m).at(-1) ?? "";
    const lines = output === summary ? "" : (summary.split("\n\n")[0] ?? "");
    const count = (word: RegExp) => Number(word.exec(lines)?.[1] ?? 0);
    return {
        create: count(words.create),
        update: count(words.update),
        replace: count(words.replace),
        delete: count(words.delete),
        same: count(words.same),
        errored: count(words.errored),
    };
}
