import type { OperationName } from "./operations";

/** A call as an operation of the client states it. */
export interface Call {
    name: OperationName;
    /** What stands after "Could not": `read the customer 1234…`. */
    operation: string;
    method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
    /** Below `/v1`, with a slash in front. */
    path: string;
    body?: unknown;
    headers?: Record<string, string>;
    /** The idempotency key, where the caller has one to repeat; else each call gets its own. */
    requestId?: string;
    /** Makes something at each attempt: where it is not known whether one was carried out, none follows. */
    isUnrepeatable?: true;
}
