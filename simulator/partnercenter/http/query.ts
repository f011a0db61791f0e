import type { Context } from "hono";

/** A parameter of the query; like ASP.NET, the service does not care about the casing of its name. */
export function queryOf(c: Context, name: string): string | undefined {
    const isNamed = ([given]: [string, string]) => given.toLowerCase() === name.toLowerCase();
    return Object.entries(c.req.query()).find(isNamed)?.[1];
}
