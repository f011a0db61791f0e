import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal of the token endpoint. */
export class TokenFailure extends Error {
    override readonly name = "TokenFailure";
    readonly status: ContentfulStatusCode;
    /** The OAuth error, such as `invalid_client`. */
    readonly error: string;
    /** The number of the AADSTS code. */
    readonly code: number;

    constructor(status: ContentfulStatusCode, error: string, code: number, description: string) {
        super(`AADSTS${code}: ${description}`);
        this.status = status;
        this.error = error;
        this.code = code;
    }
}

/** Answers a refusal as OAuth 2.0 and Microsoft Entra shape it. */
export function answerTokenFailure(
    { status, error, code, message }: TokenFailure,
    c: Context,
    now: Date,
): Response {
    const correlationId = c.req.header("client-request-id") ?? randomUUID();
    const traceId = randomUUID();
    const timestamp = now.toISOString().replace("T", " ").slice(0, 19).concat("Z");
    const body = {
        error,
        error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
        error_codes: [code],
        timestamp,
        trace_id: traceId,
        correlation_id: correlationId,
        error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    };
    return c.json(body, status);
}
