import type { NetworkAnswer, NetworkRequest } from "./exchange";

/** Members whose values tell neither who somebody is nor anything secret. All others are masked. */
const open: ReadonlySet<string> = new Set([
    ..."id commerceId tenantId associatedPartnerId objectType etag".split(" "),
    ..."country culture language relationshipToPartner allowDelegatedAccess".split(" "),
    ..."enableGDAPByDefault status code statusCode isRetryable totalCount".split(" "),
    ..."error error_codes token_type expires_in grant_type scope client_id".split(" "),
]);

const openHeaders = ["ms-requestid", "ms-correlationid", "ms-cv", "retry-after", "if-match"];

/** With `PARTNERCENTER_DEBUG=1`, says what was asked and answered, with everything personal masked. */
export function logExchange(request: NetworkRequest, answer: NetworkAnswer, ms: number): void {
    if (process.env.PARTNERCENTER_DEBUG !== "1") {
        return;
    }
    const { origin, pathname, searchParams } = new URL(request.url);
    const query = searchParams.size === 0 ? "" : `?${[...searchParams.keys()].join("=***&")}=***`;
    const body = new TextDecoder().decode(answer.bytes);
    console.error(
        [
            `partnercenter: ${request.method} ${origin}${pathname}${query} -> ${answer.status} in ${ms} ms`,
            `  asked ${shownHeaders(request.headers)} ${shownBody(request.body)}`,
            `  answered ${shownHeaders(answer.headers)} ${shownBody(body)}`,
        ].join("\n"),
    );
}

function shownHeaders(headers: Record<string, string>): string {
    const shown = Object.entries(headers).filter(([name]) =>
        openHeaders.includes(name.toLowerCase()),
    );
    return JSON.stringify(Object.fromEntries(shown));
}

function shownBody(body: string | undefined): string {
    if (body === undefined || body === "") {
        return "";
    }
    try {
        return JSON.stringify(masked(JSON.parse(body.replace(/^\uFEFF/, ""))));
    } catch {
        return body.includes("=") && !/[<{\s]/.test(body)
            ? JSON.stringify(masked(Object.fromEntries(new URLSearchParams(body))))
            : `(${body.length} characters)`;
    }
}

function masked(value: unknown, name = ""): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => masked(item, name));
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([member, inner]) => [member, masked(inner, member)]),
        );
    }
    return open.has(name) ? value : "***";
}
