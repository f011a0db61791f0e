import type { Context } from "hono";
import type { Env } from "../../service";
import type { Uncertain } from "../../uncertain";
import { invalidInput } from "./errors";
import { queryOf } from "./query";
import { collectionWire, link } from "./wire";

type Wire = Record<string, unknown>;

/** The page of a list that a request asks for, with the way to the next one. */
export function pageWire<Item>(
    items: readonly Item[],
    wireOf: (item: Item) => Wire,
    path: string,
    c: Context<Env>,
    { maximumPageSize, nextLinkVersion }: Uncertain,
): Wire {
    const size = pageSize(queryOf(c, "size"), maximumPageSize);
    const start = startOf(c);
    const query = new URLSearchParams(c.req.query()).toString();
    const self = link(query === "" ? path : `${path}?${query}`);
    const page = items.slice(start, start + size).map(wireOf);
    if (start + size >= items.length) return collectionWire(page, { self });
    const next = nextLink(path, size, queryOf(c, "filter"), start + size);
    if (nextLinkVersion === "present") next.uri = `/v1${next.uri}`;
    return collectionWire(page, { self, next });
}

function pageSize(given: string | undefined, maximum: number): number {
    const size = Number(given ?? 0);
    if (!Number.isInteger(size) || size < 0) throw invalidInput("size", "a number is expected");
    return size === 0 ? maximum : Math.min(size, maximum);
}

/**
 * Paging is by seeking: the token in a header says where to go on, the query that it is meant. The
 * token is only read with `seekOperation=Next`, as Microsoft's own client sends it.
 */
function startOf(c: Context<Env>): number {
    const token = c.req.header("ms-continuationtoken");
    const isSeek = queryOf(c, "seekOperation")?.toLowerCase() === "next";
    if (token === undefined || !isSeek) return 0;
    const start = Number(Buffer.from(token, "base64url").toString());
    if (!Number.isInteger(start)) throw invalidInput("MS-ContinuationToken", "unknown token");
    return start;
}

function nextLink(path: string, size: number, filter: string | undefined, start: number): Wire {
    const query = new URLSearchParams({ size: String(size), seekOperation: "Next" });
    if (filter !== undefined) query.set("filter", filter);
    const token = Buffer.from(String(start)).toString("base64url");
    return link(`${path}?${query}`, [{ key: "MS-ContinuationToken", value: token }]);
}
