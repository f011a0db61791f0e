import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, ConnectionError } from "../errors";
import { attempts } from "./attempts";

/** Attempts after the first one. */
const maxRetries = 7;
const firstWaitMs = 500;
const longestWaitMs = 60_000;
const repeatable = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Runs `attempt` until it succeeds, fails for good, or no time is left. All attempts belong to one
 * intent: they must carry the same `MS-RequestId`, so that a request which was carried out and whose
 * answer was lost is not carried out twice.
 *
 * @param time Says when to stop, in milliseconds since the epoch; it may move on during an attempt.
 * @param isUnrepeatable Another attempt is only made where it is certain that nothing was carried out.
 */
export async function retrying<Result>(
    attempt: () => Promise<Result>,
    time: { readonly deadline: number },
    isUnrepeatable = false,
): Promise<Result> {
    return await attempts(attempt, {
        retries: maxRetries,
        minTimeout: 0,
        shouldRetry: async ({ error, attemptNumber }) => {
            if (isUnrepeatable && !isUndone(error)) {
                return false;
            }
            const waitMs = waitBeforeRetry(error, attemptNumber);
            if (waitMs === undefined || Date.now() + waitMs > time.deadline) {
                return false;
            }
            await sleep(waitMs);
            return true;
        },
    });
}

/** Whether nothing was carried out for certain: it was not its turn, or sign-in failed. */
function isUndone(error: Error): boolean {
    return error instanceof ApiError
        ? error.status === 429
        : error instanceof ConnectionError && error.ids === undefined;
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` where asking again cannot
 * help. The service's own `Retry-After` wins, because asking earlier counts against the quota; else
 * a random share ("full jitter") of a time that doubles.
 *
 * @param attempt How many attempts have failed, from 1.
 */
export function waitBeforeRetry(
    error: Error,
    attempt: number,
    random: () => number = Math.random,
): number | undefined {
    if (error instanceof ApiError) {
        if (!repeatable.has(error.status)) {
            return undefined;
        }
        if (error.retryAfterMs !== undefined) {
            return error.retryAfterMs;
        }
    } else if (!(error instanceof ConnectionError)) {
        return undefined;
    }
    return random() * Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
}

/**
 * `Retry-After` in milliseconds: a number of seconds, or a date. Anything else is as good as absent.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function parseRetryAfter(
    header: string | null | undefined,
    now = Date.now(),
): number | undefined {
    const value = header?.trim() ?? "";
    if (/^\d{1,9}$/.test(value)) {
        return Number(value) * 1000;
    }
    // Dates of HTTP begin with the name of a day and are Greenwich's, also where they do not say so;
    // Date.parse alone would take "-5" and "May 1" for dates.
    const isDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(value);
    const date = isDate ? Date.parse(value.replace(/( GMT)?$/, " GMT")) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
