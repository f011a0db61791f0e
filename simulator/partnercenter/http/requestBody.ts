import type { Context } from "hono";
import { invalidInput } from "./errors";

/**
 * A request's body as JSON.
 *
 * @throws ServiceFailure 400 where it is not JSON.
 */
export async function readJson(c: Context): Promise<unknown> {
    try {
        return JSON.parse(await c.req.text());
    } catch {
        throw invalidInput("body", "JSON is expected");
    }
}
