import type { Identity } from "./credential";

/** What an access token says of itself. Only the service can check that it is true. */
export interface Claims {
    /** The partner's tenant. */
    tid?: string;
    /** The application. */
    appid?: string;
    azp?: string;
    aud?: string;
    /** Delegated permissions: present when the token speaks for a user. */
    scp?: string;
    /** How the user proved who they are; `mfa` among it where there was a second factor. */
    amr?: string[];
    upn?: string;
    /** What stands in the place of `upn` for a guest. */
    unique_name?: string;
    /** Seconds since the epoch. */
    exp?: number;
    /** Seconds since the epoch. */
    iat?: number;
}

/** The claims of a token that is a JWT; of an opaque one, `undefined`. */
export function claimsOf(token: string): Claims | undefined {
    try {
        const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
        const claims: unknown = JSON.parse(payload);
        return typeof claims === "object" && claims !== null ? (claims as Claims) : undefined;
    } catch {
        return undefined;
    }
}

/** The partner tenant that a token was issued for, in lower case. */
export function tenantOf(token: string): string | undefined {
    const tid = claimsOf(token)?.tid;
    return typeof tid === "string" ? tid.toLowerCase() : undefined;
}

/** When a token was issued, in milliseconds since the epoch. */
export function issuedAt(token: string): number | undefined {
    const iat = claimsOf(token)?.iat;
    return typeof iat === "number" ? iat * 1000 : undefined;
}

export function identityOf(claims: Claims | undefined): Identity | undefined {
    if (claims === undefined) {
        return undefined;
    }
    return claims.scp === undefined ? "application" : "applicationAndUser";
}
