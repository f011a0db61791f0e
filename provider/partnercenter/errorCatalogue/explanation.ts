/** What an error code means, and what a person can do about it. */
export interface Explanation {
    meaning: string;
    remedy: string;
}

/**
 * Explanations by the service's codes. Where a code is used for several things, the HTTP status that one is
 * for stands in front: `501/0`.
 */
export type Explanations = Readonly<Record<string, Explanation>>;
