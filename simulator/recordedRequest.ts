import type { TokenKind } from "./entra/claims";
import type { Misbehaviour } from "./misbehaviour";

/** A request as it arrived, and what became of it. Secrets and tokens are masked. */
export interface RecordedRequest {
    /** When it arrived, as an ISO 8601 time. */
    at: string;
    method: string;
    path: string;
    query: Record<string, string>;
    headers: Record<string, string>;
    /** The body: parsed where it is JSON or a form, the text otherwise; undefined if empty. */
    body: unknown;
    /** The answer's status; undefined while it is under way and where no answer was sent. */
    status: number | undefined;
    /** The request's own `MS-RequestId`. */
    requestId: string | undefined;
    /** The request's own `MS-CorrelationId`. */
    correlationId: string | undefined;
    /** Whom the access token spoke for; undefined without a valid one. */
    tokenKind: TokenKind | undefined;
    /** What the simulator did wrong on purpose. */
    misbehaviour?: Misbehaviour;
}
