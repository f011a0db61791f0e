import type { NetworkAnswer, NetworkRequest } from "./exchange";

/** Members of JSON whose values tell neither who somebody is nor anything secret. All others are masked. */
const openMembers: ReadonlySet<string> = new Set([
    ..."id commerceId tenantId associatedPartnerId objectType etag".split(" "),
    ..."country culture language relationshipToPartner allowDelegatedAccess".split(" "),
    ..."enableGDAPByDefault status code statusCode isRetryable totalCount".split(" "),
    ..."error error_codes token_type expires_in scope".split(" "),
]);

/** Fields of the form that asks for a token. Its `code` is one that signs in. */
const openFields: ReadonlySet<string> = new Set(["grant_type", "scope", "client_id"]);

const openHeaders = ["ms-requestid", "ms-correlationid", "ms-cv", "retry-after", "if-match"];

/**
 * With `PARTNERCENTER_DEBUG=1`, says what was asked and answered, with everything personal masked.
 *
 * @param answer A text where there is none: why not.
 */
export function logExchange(
    request: NetworkRequest,
    answer: NetworkAnswer | string,
    ms: number,
): void {
    if (process.env.PARTNERCENTER_DEBUG !== "1") {
        return;
    }
    const { origin, pathname, searchParams } = new URL(request.url);
    const query = searchParams.size === 0 ? "" : `?${[...searchParams.keys()].join("=***&")}=***`;
    const [outcome, answered] =
        typeof answer === "string"
            ? ["no answer", answer]
            : [answer.status, shown(answer.headers, new TextDecoder().decode(answer.bytes))];
    console.error(
        [
            `partnercenter: ${request.method} ${origin}${pathname}${query} -> ${outcome} in ${ms} ms`,
            `  asked ${shown(request.headers, request.body)}`,
            `  answered ${answered}`,
        ].join("\n"),
    );
}

function shown(headers: Record<string, string>, body: string | undefined): string {
    return `${shownHeaders(headers)} ${shownBody(body, isForm(headers))}`;
}

function isForm(headers: Record<string, string>): boolean {
    return Object.entries(headers).some(
        ([name, value]) =>
            name.toLowerCase() === "content-type" &&
            value.startsWith("application/x-www-form-urlencoded"),
    );
}

function shownHeaders(headers: Record<string, string>): string {
    const shown = Object.entries(headers).filter(([name]) =>
        openHeaders.includes(name.toLowerCase()),
    );
    return JSON.stringify(Object.fromEntries(shown));
}

function shownBody(body: string | undefined, isForm: boolean): string {
    if (body === undefined || body === "") {
        return "";
    }
    if (isForm) {
        const fields = Object.fromEntries(new URLSearchParams(body));
        return JSON.stringify(masked(fields, openFields));
    }
    try {
        return JSON.stringify(masked(JSON.parse(body.replace(/^\uFEFF/, "")), openMembers));
    } catch {
        return `(${body.length} characters)`;
    }
}

function masked(value: unknown, open: ReadonlySet<string>, name = ""): unknown {
    if (Array.isArray(value)) {
        return value.map((item) => masked(item, open, name));
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([member, inner]) => [member, masked(inner, open, member)]),
        );
    }
    return open.has(name) ? value : "***";
}
