import type { RecordedRequest } from "pulumi-partnercenter/simulator";

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** How many requests there were of each kind: `token`, `POST /customers`, `GET /customers/{id}` ... */
export function countByKind(
    requests: readonly Pick<RecordedRequest, "method" | "path">[],
): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { method, path } of requests) {
        const kind = path.endsWith("/token")
            ? "token"
            : `${method} ${path.replace(/^\/v1/, "").replace(guid, "{id}")}`;
        counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
}

/**
 * The share of a limit that was used in the minutes that were full: from the first call on, without
 * the last, begun minute.
 */
export function shareOfLimit(
    calls: readonly Pick<RecordedRequest, "at" | "status">[],
    requestsPerMinute: number,
): number {
    const first = Date.parse(calls[0]?.at ?? "");
    const minutes = calls
        .filter(({ status }) => status !== 429)
        .map(({ at }) => Math.floor((Date.parse(at) - first) / 60_000));
    const full = Math.max(0, ...minutes);
    const answered = minutes.filter((minute) => minute < full).length;
    return full === 0 ? 0 : answered / (full * requestsPerMinute);
}
