/** A request as plain data; the same for the API and for sign-in. */
export interface NetworkRequest {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: string;
    timeoutMs: number;
}

export interface NetworkAnswer {
    status: number;
    /** Names in lower case. */
    headers: Record<string, string>;
    bytes: Uint8Array;
}
