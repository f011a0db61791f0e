import pRetry from "p-retry";
import type { PartnerCenter } from "../partnercenter/client";
import { isNotFound } from "../partnercenter/errors";

/** How long a new customer may stay invisible, in milliseconds. */
export const patienceMs = 60_000;

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
        shouldRetry: ({ error, attemptNumber }) => {
            // A first look that was slow may have used the patience up: alone it proves nothing.
            const left = attemptNumber === 1 && patience > 0 ? 0 : rest;
            return isEarly(error) && Date.now() < client.deadline - left;
        },
    });
}
