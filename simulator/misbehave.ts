import { setTimeout as wait } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";
import type { Misbehaviour, Misbehaviours } from "./misbehaviour";
import type { Env } from "./service";

/** Middleware that does to each request what was asked for. */
export function misbehaving(misbehaviours: Misbehaviours): MiddlewareHandler<Env> {
    return async (c, next) => {
        const misbehaviour = misbehaviours.take(c.req.method, c.get("record").path);
        if (misbehaviour === undefined) return next();
        c.get("record").misbehaviour = misbehaviour;
        await misbehave(c, next, misbehaviour);
    };
}

async function misbehave(c: Context<Env>, next: () => Promise<void>, how: Misbehaviour) {
    if (how.cut === "before") return cut(c);
    if (how.status === undefined || how.afterWork === true) await next();
    // A delay must not keep the process of a simulator that was closed.
    if (how.delayMs !== undefined) await wait(how.delayMs, undefined, { ref: false });
    if (how.cut === "after") return cut(c);
    await send(c, how.status === undefined ? c.res : standIn(how.status, how), how);
}

function standIn(status: number, { body, headers, retryAfter }: Misbehaviour): Response {
    const isText = typeof body === "string";
    return new Response(isText || body === undefined ? body : JSON.stringify(body), {
        status,
        headers: {
            ...(body === undefined ? {} : { "content-type": contentTypeOf(isText) }),
            ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
            ...headers,
        },
    });
}

function contentTypeOf(isText: boolean): string {
    return isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
}

async function send(c: Context<Env>, answer: Response, how: Misbehaviour): Promise<void> {
    const headers = new Headers(answer.headers);
    const isReplaced = how.status !== undefined;
    const text = await answer.text();
    if (!isReplaced && how.body === "html") {
        headers.set("content-type", "text/html; charset=utf-8");
        return replace(c, encoded("<html><body>Service Unavailable</body></html>", how), {
            status: answer.status,
            headers,
        });
    }
    const bytes = encoded(!isReplaced && how.body === "empty" ? "" : text, how);
    if (!isReplaced && how.body === "half") return sendHalf(c, answer.status, headers, bytes);
    replace(c, bytes, { status: answer.status, headers });
}

function replace(c: Context<Env>, bytes: Buffer, init: { status: number; headers: Headers }) {
    c.res = undefined;
    c.res = new Response(bytes.length === 0 ? null : new Uint8Array(bytes), init);
}

function encoded(text: string, { encoding }: Misbehaviour): Buffer {
    if (encoding === undefined) return Buffer.from(text);
    return Buffer.from(`\uFEFF${text}`, encoding === "bom" ? "utf8" : "utf16le");
}

/** Promises the whole body, sends the first half of it, and cuts the connection. */
async function sendHalf(c: Context<Env>, status: number, headers: Headers, bytes: Buffer) {
    const { outgoing } = c.env;
    c.get("record").status = status;
    headers.set("content-length", String(bytes.length));
    outgoing.writeHead(status, Object.fromEntries(headers));
    await new Promise((sent) => outgoing.write(bytes.subarray(0, bytes.length / 2), sent));
    cut(c);
}

function cut(c: Context<Env>): void {
    c.env.incoming.socket.destroy();
    c.res = undefined;
    c.res = RESPONSE_ALREADY_SENT;
}
