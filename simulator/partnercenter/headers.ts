import { randomBytes, randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Env } from "../service";
import type { Uncertain } from "../uncertain";
import { ServiceFailure } from "./errors";

const serverId = "0000112D";

/** Middleware that gives every answer the service's headers (docs: headers). */
export function serviceHeaders(uncertain: Uncertain): MiddlewareHandler<Env> {
    return async (c, next) => {
        const requestId = c.req.header("ms-requestid") || randomUUID();
        const correlationId = c.req.header("ms-correlationid") || randomUUID();
        c.set("requestId", requestId);
        c.set("correlationId", correlationId);
        c.header("MS-RequestId", requestId);
        c.header("MS-CorrelationId", correlationId);
        c.header("MS-CV", `${randomBytes(12).toString("base64")}.0`);
        c.header("MS-ServerId", serverId);
        c.header("X-Locale", c.req.header("x-locale") ?? "en-US");
        if (uncertain.contractVersion === "required" && !c.req.header("ms-contract-version")) {
            throw new ServiceFailure(400, 2001, "The header MS-Contract-Version is missing.");
        }
        await next();
    };
}
