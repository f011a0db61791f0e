import pRetry from "p-retry";
import type { PartnerCenter } from "../partnercenter/client";
import { isNotFound } from "../partnercenter/errors";

/** How long a new customer may stay invisible, in milliseconds. */
export const patienceMs = 60_000;

/** A machine that slept or was busy all the while has not given the service that time. */
const fewestAttempts = 2;

/**
 * Asks about something that may have been made a moment ago: while the service does not find it, it is
 * asked again, for a while.
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
    // The deadline moves on while a call waits for its turn, and the patience with it.
    const rest = Math.max(0, client.deadline - Date.now() - patience);
    return await pRetry(ask, {
        retries: 30,
        minTimeout: 250,
        maxTimeout: 5_000,
        shouldRetry: ({ error, attemptNumber }) =>
            isEarly(error) &&
            (attemptNumber < fewestAttempts || Date.now() < client.deadline - rest),
    });
}
