/** Namespace of our request ids. It and the canonical form are fixed for ever: see `requestIdOf`. */
const namespace = "3a4b9d0e-5c7f-4f0e-9b53-6f1d2a8c7e10";

/**
 * The idempotency key (`MS-RequestId`) of a creation: the same resource, partner tenant
 * and body give the same id in every process and every version. A run that was killed after its
 * request was sent, and is started again, thereby gets the answer of the first run, a password
 * included.
 *
 * @param requestKey Hash of the resource's URN.
 * @see https://learn.microsoft.com/partner-center/developer/headers
 */
export function requestIdOf(requestKey: string, partnerTenantId: string, body: object): string {
    // Loaded where something is created: a refresh does not pay for it.
    const { v5 }: typeof import("uuid") = require("uuid");
    return v5(`${requestKey}\n${partnerTenantId}\n${canonicalJson(body)}`, namespace);
}

/** JSON without white space, members in the order of their names. */
export function canonicalJson(value: unknown): string {
    if (typeof value !== "object" || value === null) {
        return JSON.stringify(value);
    }
    if (Array.isArray(value)) {
        return `[${value.map(canonicalJson).join(",")}]`;
    }
    const members = Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
}
