import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env, Service } from "../service";
import type { KeptAnswer } from "../store";

// Answers to these say nothing about the work: the caller is meant to repeat it with the same id.
const passing = [401, 408, 429];

/**
 * Middleware that answers a repeated `MS-RequestId` with what it was answered before. Of two that
 * arrive at once, the second waits for the first.
 */
export function idempotency({ settings, store }: Service): MiddlewareHandler<Env> {
    const { uncertain, now } = settings;
    const underWay = new Map<string, Promise<void>>();

    function findAnswer(key: string): KeptAnswer | undefined {
        const answer = store.findAnswer(key);
        if (answer === undefined || now() - answer.at > uncertain.requestIdKeptMs) return undefined;
        const isFailure = answer.status >= 300;
        return isFailure && uncertain.repeatedRequestId === "replaySuccessOnly"
            ? undefined
            : answer;
    }

    async function answerOnce(key: string, c: Context<Env>, next: () => Promise<void>) {
        const earlier = findAnswer(key);
        if (earlier !== undefined) {
            return replay(c, earlier, uncertain.repeatedRequestId === "replayWithoutPassword");
        }
        await next();
        const { status } = c.res;
        if (status < 500 && !passing.includes(status)) {
            store.keepAnswer(key, { status, body: await c.res.clone().text(), at: now() });
        }
    }

    return async (c, next) => {
        const requestId = c.req.header("ms-requestid");
        if (requestId === undefined || !isRecognised(c, uncertain)) return next();
        const key = `${c.req.method} ${c.req.path.toLowerCase()} ${requestId.toLowerCase()}`;
        while (underWay.has(key)) await underWay.get(key);
        const { promise, resolve } = newLock();
        underWay.set(key, promise);
        try {
            return await answerOnce(key, c, next);
        } finally {
            underWay.delete(key);
            resolve();
        }
    };
}

function isRecognised(c: Context<Env>, uncertain: Service["settings"]["uncertain"]): boolean {
    if (uncertain.repeatedRequestId === "ignore") return false;
    const { method, path } = c.req;
    if (method === "POST" && /^\/v1\/customers\/?$/i.test(path)) return true;
    const isWrite = ["POST", "PUT", "PATCH", "DELETE"].includes(method);
    return isWrite && uncertain.idempotentOperations === "everyWrite";
}

function replay(c: Context<Env>, { status, body }: KeptAnswer, hidePassword: boolean): Response {
    if (body === "") return c.body(null, status as ContentfulStatusCode);
    return c.body(hidePassword ? withoutPassword(body) : body, status as ContentfulStatusCode, {
        "content-type": "application/json; charset=utf-8",
    });
}

function withoutPassword(body: string): string {
    return JSON.stringify(JSON.parse(body), (name, value: unknown) =>
        name === "password" ? undefined : value,
    );
}

function newLock(): { promise: Promise<void>; resolve: () => void } {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
        resolve = done;
    });
    return { promise, resolve };
}
