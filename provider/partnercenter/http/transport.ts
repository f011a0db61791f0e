import type { Agent } from "node:https";
import type { RequestInit, Response } from "node-fetch";
import { ApiError, type CallIds, ConnectionError } from "../errors";
import { type Body, readBody, readError } from "./body";
import { parseRetryAfter } from "./retry";

/** One request as plain data. */
export interface WireRequest {
    /** What the request is for, as it stands after "Could not": `create the customer contoso…`. */
    operation: string;
    method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
    url: string;
    headers: Record<string, string>;
    body?: unknown;
    timeoutMs: number;
}

/** Sends one request once. A refusal is an `ApiError`; no complete answer, a `ConnectionError`. */
export async function sendOnce(
    request: WireRequest,
    ids: CallIds,
    agent: Agent | undefined,
): Promise<Body> {
    const answer = await exchange(request, ids, agent);
    const vector = answer.response.headers.get("ms-cv");
    const allIds = vector === null ? ids : { ...ids, vector };
    const body = readBody(answer.bytes);
    if (!answer.response.ok) {
        throw new ApiError(
            request.operation,
            {
                status: answer.response.status,
                ...readError(body),
                retryAfterMs: parseRetryAfter(answer.response.headers.get("retry-after")),
            },
            allIds,
        );
    }
    if (body.kind === "text") {
        throw new ConnectionError(
            request.operation,
            `HTTP ${answer.response.status} came with a body that is not JSON (it begins with ${JSON.stringify(body.text.slice(0, 40))}); a proxy may have answered, or the answer was cut short`,
            allIds,
        );
    }
    return body;
}

interface Answer {
    response: Response;
    bytes: Uint8Array;
}

async function exchange(
    request: WireRequest,
    ids: CallIds,
    agent: Agent | undefined,
): Promise<Answer> {
    const { default: fetch } = await import("node-fetch");
    const timeout = AbortSignal.timeout(request.timeoutMs);
    try {
        const response = await fetch(request.url, {
            method: request.method,
            headers: request.headers,
            // Nothing of the API answers with a redirect, and a token must not follow one.
            redirect: "error",
            signal: timeout as NonNullable<RequestInit["signal"]>,
            ...(agent !== undefined && { agent }),
            ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        });
        return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
        const { host } = new URL(request.url);
        const reason = timeout.aborted
            ? `${host} did not answer within ${request.timeoutMs / 1000} seconds (setting requestTimeoutSeconds)`
            : `the connection to ${host} failed (${reasonOf(error)})`;
        throw new ConnectionError(request.operation, reason, ids, { cause: error });
    }
}

function reasonOf(error: unknown): string {
    const code = (error as { code?: unknown }).code;
    return typeof code === "string" ? code : String((error as Error).message);
}
