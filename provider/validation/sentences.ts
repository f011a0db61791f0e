/**
 * The sentences about members of which nothing worse is known. What a lifecycle says begins with the
 * path of a member and a colon.
 */
export function beyond(worse: readonly string[], sentences: readonly string[]): string[] {
    const known = new Set(worse.map(pathOf));
    return sentences.filter((sentence) => !known.has(pathOf(sentence)));
}

function pathOf(sentence: string): string {
    return sentence.split(":")[0] ?? "";
}
