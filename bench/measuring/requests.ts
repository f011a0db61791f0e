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

type Call = Pick<RecordedRequest, "at" | "status">;

/** How many calls were answered, and not refused for their number, in each second from the first one on. */
export function answeredBySecond(calls: readonly Call[]): number[] {
    const first = Date.parse(calls[0]?.at ?? "");
    const seconds = calls
        .filter(({ status }) => status !== 429)
        .map(({ at }) => Math.floor((Date.parse(at) - first) / 1000));
    const counts = Array.from({ length: Math.max(-1, ...seconds) + 1 }, () => 0);
    for (const second of seconds) {
        counts[second] = (counts[second] ?? 0) + 1;
    }
    return counts;
}

/**
 * The share of a limit that was used in the minutes that were full: from the first call on, without
 * the last, begun minute.
 */
export function shareOfLimit(bySecond: readonly number[], requestsPerMinute: number): number {
    const minutes = Math.floor((bySecond.length - 1) / 60);
    const answered = bySecond.slice(0, minutes * 60).reduce((sum, count) => sum + count, 0);
    return minutes <= 0 ? 0 : answered / (minutes * requestsPerMinute);
}
