/** What was found out about a customer who does not exist yet. */
export interface Findings {
    /** What the service would refuse, one sentence each. */
    problems: string[];
    /** What may be wrong, and is no reason to stop. */
    warnings: string[];
}

export const nothing: Findings = { problems: [], warnings: [] };

export function together(parts: readonly Findings[]): Findings {
    return {
        problems: parts.flatMap(({ problems }) => problems),
        warnings: parts.flatMap(({ warnings }) => warnings),
    };
}
