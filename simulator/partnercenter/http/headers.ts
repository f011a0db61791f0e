import { randomBytes, randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Env } from "../../service";
import type { Uncertain } from "../../uncertain";
import { ServiceFailure } from "./errors";

const serverId = "0000112D";
const requestContext = "appId=cid-v1:03ce8ca8-8373-4021-8f25-d5dd45c7b12f";

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
        c.header("Request-Context", requestContext);
        c.header("X-Locale", c.req.header("x-locale") ?? "en-US");
        if (uncertain.contractVersion === "required" && !c.req.header("ms-contract-version")) {
            throw new ServiceFailure(400, 2001, "The header MS-Contract-Version is missing.");
        }
        await next();
        if (c.res.headers.get("content-type") === "application/json") {
            c.res.headers.set("content-type", "application/json; charset=utf-8");
        }
    };
}
