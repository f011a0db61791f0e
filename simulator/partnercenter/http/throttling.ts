import type { MiddlewareHandler } from "hono";
import type { Env } from "../../service";
import { ServiceFailure } from "./errors";

const windowMs = 60_000;

/**
 * Middleware that allows so many requests a minute, counted from the first one on; a refused request
 * counts as well (docs: api-throttling-guidance).
 */
export function throttling(requestsPerMinute: number, now: () => number): MiddlewareHandler<Env> {
    let windowStart = Number.NEGATIVE_INFINITY;
    let count = 0;
    return async (c, next) => {
        if (requestsPerMinute === 0) return next();
        if (now() - windowStart >= windowMs) {
            windowStart = now();
            count = 0;
        }
        count += 1;
        if (count <= requestsPerMinute) return next();
        const seconds = Math.ceil((windowStart + windowMs - now()) / 1000);
        c.header("Retry-After", String(seconds));
        throw new ServiceFailure(
            429,
            undefined,
            `Rate limit is exceeded. Try again in ${seconds} seconds.`,
        );
    };
}
