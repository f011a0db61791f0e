import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env, Service } from "../../service";
import type { KeptAnswer } from "../../store";

// These say who asked or when, nothing about the work: it may be asked for again with the same id.
const passing = [401, 403, 408, 429];

/**
 * Middleware that answers a repeated `MS-RequestId` with what it was answered before. Between looking
 * for an answer and keeping one nothing waits for the network or a file, so that of two requests
 * that arrive at once the second always finds the answer of the first.
 */
export function idempotency({ settings, store }: Service): MiddlewareHandler<Env> {
    const { uncertain, now } = settings;

    function findAnswer(key: string): KeptAnswer | undefined {
        const answer = store.findAnswer(key);
        if (answer === undefined || now() - answer.at > uncertain.requestIdKeptMs) return undefined;
        const isFailure = answer.status >= 300;
        return isFailure && uncertain.repeatedRequestId === "replaySuccessOnly"
            ? undefined
            : answer;
    }

    return async (c, next) => {
        const requestId = c.req.header("ms-requestid");
        if (requestId === undefined || !isRecognised(c, uncertain)) return next();
        const key = `${c.req.method} ${c.req.path} ${requestId.toLowerCase()}`;
        const earlier = findAnswer(key);
        if (earlier !== undefined) {
            return replay(c, earlier, uncertain.repeatedRequestId === "replayWithoutPassword");
        }
        await next();
        const { status } = c.res;
        if (status < 500 && !passing.includes(status)) {
            const body = await c.res.clone().text();
            const location = c.res.headers.get("location");
            store.keepAnswer(key, { status, body, at: now(), ...(location && { location }) });
        }
    };
}

function isRecognised(c: Context<Env>, uncertain: Service["settings"]["uncertain"]): boolean {
    if (uncertain.repeatedRequestId === "ignore") return false;
    const { method, path } = c.req;
    if (method === "POST" && path === "/v1/customers") return true;
    const isWrite = ["POST", "PUT", "PATCH", "DELETE"].includes(method);
    return isWrite && uncertain.idempotentOperations === "everyWrite";
}

function replay(c: Context<Env>, answer: KeptAnswer, hidePassword: boolean): Response {
    const { status, body, location } = answer;
    if (location !== undefined) c.header("Location", location);
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
