import type { MiddlewareHandler } from "hono";
import type { RecordedRequest } from "./recordedRequest";
import type { Env } from "./service";

const mask = "***";
const secretFields = /secret|assertion$|refresh_token|password|^(device_)?code(_verifier)?$/i;
const secretMembers = /^password$/i;
const kept = 10_000;

/** The latest ten thousand requests, in order of arrival. */
export class RequestLog {
    #requests: RecordedRequest[] = [];

    get requests(): readonly RecordedRequest[] {
        return this.#requests;
    }

    forget(): void {
        this.#requests = [];
    }

    /** Middleware that records each request when it arrives, and its status when it is answered. */
    record(now: () => number): MiddlewareHandler<Env> {
        return async (c, next) => {
            const headers = c.req.header();
            const record: RecordedRequest = {
                at: new Date(now()).toISOString(),
                method: c.req.method,
                path: new URL(c.req.url).pathname,
                query: c.req.query(),
                headers: maskedHeaders(headers),
                body: parseBody(await c.req.text(), headers["content-type"]),
                status: undefined,
                requestId: headers["ms-requestid"],
                correlationId: headers["ms-correlationid"],
                tokenKind: undefined,
            };
            this.#requests.push(record);
            if (this.#requests.length > kept) this.#requests.shift();
            c.set("record", record);
            await next();
            if (record.misbehaviour?.cut === undefined) record.status ??= c.res.status;
        };
    }
}

function maskedHeaders(headers: Record<string, string>): Record<string, string> {
    const { authorization } = headers;
    if (authorization === undefined) return headers;
    return { ...headers, authorization: authorization.replace(/ .*/s, ` ${mask}`) };
}

function parseBody(text: string, contentType = ""): unknown {
    if (text === "") return undefined;
    if (contentType.includes("x-www-form-urlencoded")) return maskedForm(text);
    try {
        return JSON.parse(text, (name, value: unknown) =>
            secretMembers.test(name) && typeof value === "string" ? mask : value,
        );
    } catch {
        return text;
    }
}

function maskedForm(text: string): Record<string, string> {
    const fields = [...new URLSearchParams(text)];
    return Object.fromEntries(
        fields.map(([name, value]) => [name, secretFields.test(name) ? mask : value]),
    );
}
