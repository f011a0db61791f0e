import pRetry from "p-retry";
import type { PartnerCenter } from "./partnercenter/client";
import { isNotFound } from "./partnercenter/errors";

/** How long a new customer may stay invisible, in milliseconds. */
export const patienceMs = 60_000;

/**
 * Asks about something that may have been made a moment ago: while the service does not find it, it is
 * asked again, for a while.
 *
 * @throws the last refusal, where the service never finds it.
 */
export async function patiently<Answer>(
    ask: () => Promise<Answer>,
    { deadline }: PartnerCenter,
    patience = patienceMs,
): Promise<Answer> {
    return await pRetry(ask, {
        retries: 30,
        minTimeout: 250,
        maxTimeout: 5_000,
        maxRetryTime: Math.max(0, Math.min(patience, deadline - Date.now())),
        shouldRetry: ({ error }) => isNotFound(error),
    });
}
