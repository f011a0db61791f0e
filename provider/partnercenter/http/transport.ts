import { ApiError, type CallIds, ConnectionError } from "../errors";
import { type Body, readBody, readError } from "./body";
import type { NetworkAnswer, NetworkRequest } from "./exchange";
import { type Network, NetworkFailure } from "./network";
import { parseRetryAfter } from "./retry";

/** An answer of success. */
export interface Answer {
    body: Body;
    /** Where work can be looked at that goes on after the answer. */
    location?: string;
}

/** Sends one request once. A refusal is an `ApiError`; no complete answer, a `ConnectionError`. */
export async function sendOnce(
    operation: string,
    request: NetworkRequest,
    ids: CallIds,
    network: Network,
): Promise<Answer> {
    const answer = await exchange(operation, request, ids, network);
    const allIds = { ...ids, vector: answer.headers["ms-cv"] };
    const body = readBody(answer.bytes);
    if (answer.status < 200 || answer.status >= 300) {
        throw new ApiError(
            operation,
            {
                status: answer.status,
                ...readError(body),
                retryAfterMs: parseRetryAfter(answer.headers["retry-after"]),
            },
            allIds,
        );
    }
    if (body.kind === "text") {
        throw new ConnectionError(
            operation,
            `HTTP ${answer.status} came with a body that is not JSON; a proxy may have answered, or the answer was cut short`,
            allIds,
        );
    }
    const { location } = answer.headers;
    return { body, ...(location && { location }) };
}

async function exchange(
    operation: string,
    request: NetworkRequest,
    ids: CallIds,
    network: Network,
): Promise<NetworkAnswer> {
    try {
        return await network.exchange(request);
    } catch (error) {
        if (error instanceof NetworkFailure) {
            throw new ConnectionError(operation, error.message, ids, { cause: error });
        }
        throw error;
    }
}
