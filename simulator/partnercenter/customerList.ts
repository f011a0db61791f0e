import type { Context } from "hono";
import type { Env, Service } from "../service";
import type { CustomerRecord } from "../store";
import { requireUser } from "./authorisation";
import { isHidden } from "./customerAccess";
import { invalidInput } from "./errors";
import { readFilter } from "./filter";
import { collectionWire, link, listedCustomerWire } from "./wire";

const fields = {
    companyname: (customer: CustomerRecord) => customer.company.companyName ?? "",
    domain: (customer: CustomerRecord) => customer.domain,
    indirectreseller: (customer: CustomerRecord) => customer.associatedPartnerId ?? "",
} as const;

/** One page of the partner's customers (docs: get-a-list-of-customers, get-a-customer-by-name). */
export function customerList(service: Service, c: Context<Env>): Record<string, unknown> {
    const { uncertain, now } = service.settings;
    const size = pageSize(c.req.query("size"), uncertain.maximumPageSize);
    const filter = c.req.query("filter");
    const matching = service.store.customers
        .filter(
            ({ deleted, relationshipToPartner }) => !deleted && relationshipToPartner !== "none",
        )
        .filter((customer) => !isHidden(customer, now()))
        .filter(filter === undefined ? () => true : filterOf(filter, c));
    const start = startOf(c);
    const page = matching.slice(start, start + size);
    const query = new URLSearchParams(c.req.query()).toString();
    const next = start + size < matching.length ? nextLink(size, filter, start + size) : undefined;
    if (next !== undefined && uncertain.nextLinkVersion === "present") next.uri = `/v1${next.uri}`;
    return collectionWire(page.map(listedCustomerWire), {
        self: link(query === "" ? "/customers" : `/customers?${query}`),
        ...(next === undefined ? {} : { next }),
    });
}

function pageSize(given: string | undefined, maximum: number): number {
    const size = Number(given ?? 0);
    if (!Number.isInteger(size) || size < 0) throw invalidInput("size", "a number is expected");
    return size === 0 ? maximum : Math.min(size, maximum);
}

function filterOf(text: string, c: Context<Env>): (customer: CustomerRecord) => boolean {
    const { field, matches } = readFilter(text);
    if (field === "indirectreseller") requireUser(c);
    const fieldOf = Object.entries(fields).find(([known]) => known === field)?.[1];
    if (fieldOf === undefined) throw invalidInput("filter", `there is no field ${field}`);
    return (customer) => matches(fieldOf(customer));
}

/**
 * Paging is by seeking: the token in a header says where to go on, the query that it is meant. The
 * token is only read with `seekOperation=Next`, as Microsoft's own client sends it.
 */
function startOf(c: Context<Env>): number {
    const token = c.req.header("ms-continuationtoken");
    const isSeek = c.req.query("seekOperation")?.toLowerCase() === "next";
    if (token === undefined || !isSeek) return 0;
    const start = Number(Buffer.from(token, "base64url").toString());
    if (!Number.isInteger(start)) throw invalidInput("MS-ContinuationToken", "unknown token");
    return start;
}

function nextLink(size: number, filter: string | undefined, start: number) {
    const query = new URLSearchParams({ size: String(size), seekOperation: "Next" });
    if (filter !== undefined) query.set("filter", filter);
    const token = Buffer.from(String(start)).toString("base64url");
    const headers = [{ key: "MS-ContinuationToken", value: token }];
    return { ...link(`/customers?${query}`, headers) };
}
