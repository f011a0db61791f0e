import type { PartnerCenter } from "../partnercenter/client";
import { isNotFound } from "../partnercenter/errors";
import { attempts } from "../partnercenter/http/attempts";

/** How long a new customer may stay invisible, in milliseconds. */
export const patienceMs = 60_000;

/** The pauses between two looks, in milliseconds; each is twice as long as the one before. */
const shortestPauseMs = 250;
const longestPauseMs = 5_000;

/**
 * Asks about something that may have been made a moment ago: while the service does not find it, it is
 * asked again, for a while. The pauses are what counts: a machine that sleeps, a slow answer or a call that
 * waits for its turn proves nothing about what is looked for.
 *
 * @param isEarly Whether a failure says that it may come to be: not found, where nothing else is meant.
 * @throws the last refusal, where the service never finds it.
 */
export async function patiently<Answer>(
    ask: () => Promise<Answer>,
    client: PartnerCenter,
    patience = patienceMs,
    isEarly: (error: Error) => boolean = isNotFound,
): Promise<Answer> {
    return await attempts(ask, {
        retries: pausesWithin(patience),
        minTimeout: shortestPauseMs,
        maxTimeout: longestPauseMs,
        shouldRetry: ({ error }) => isEarly(error) && Date.now() < client.deadline,
    });
}

/** How many pauses there are in so many milliseconds; where there is patience at all, at least one. */
function pausesWithin(patience: number): number {
    let pauses = 0;
    let pause = shortestPauseMs;
    for (let left = patience; left > 0 && (pauses === 0 || left >= pause); pauses += 1) {
        left -= pause;
        pause = Math.min(2 * pause, longestPauseMs);
    }
    return pauses;
}
