import { createHash } from "node:crypto";
import jwt from "jsonwebtoken";
import type { Service } from "../service";
import type { AccessTokenClaims } from "./claims";
import type { SigningKey } from "./keys";

/** Why a token is refused. */
export type TokenProblem = "expired" | "notYetValid" | "invalid";

/** Makes a signed access token; `issuedAtSeconds` counts from 1970. */
export function signAccessToken(
    key: SigningKey,
    authorityUrl: string,
    claims: AccessTokenClaims,
    issuedAtSeconds: number,
    lifetimeSeconds: number,
): string {
    const { kind, tenantId, clientId, audience } = claims;
    const user = { upn: claims.userName, scp: "user_impersonation", amr: amrOf(claims.mfa) };
    const subject = objectIdOf(kind === "app" ? clientId : claims.userName);
    const payload = {
        aud: audience,
        iss: `${authorityUrl}/${tenantId}/v2.0`,
        iat: issuedAtSeconds,
        nbf: issuedAtSeconds,
        exp: issuedAtSeconds + lifetimeSeconds,
        tid: tenantId,
        appid: clientId,
        oid: subject,
        sub: subject,
        ver: "1.0",
        ...(kind === "app" ? { idtyp: "app" } : user),
    };
    return jwt.sign(payload, key.privateKey, { algorithm: "RS256", keyid: key.keyId });
}

/** The token endpoint's answer with an access token of the usual lifetime. */
export function accessTokenAnswer(
    { settings, signingKey, authorityUrl }: Service,
    claims: AccessTokenClaims,
): Record<string, unknown> {
    const lifetime = settings.tokenLifetimeSeconds;
    const issuedAt = Math.floor(settings.now() / 1000);
    return {
        token_type: "Bearer",
        expires_in: lifetime,
        ext_expires_in: lifetime,
        access_token: signAccessToken(signingKey, authorityUrl, claims, issuedAt, lifetime),
    };
}

/** Reads a token that the simulator signed; `nowSeconds` counts from 1970. */
export function readAccessToken(
    key: SigningKey,
    token: string,
    nowSeconds: number,
): AccessTokenClaims | TokenProblem {
    try {
        const claims = jwt.verify(token, key.publicKey, {
            algorithms: ["RS256"],
            clockTimestamp: nowSeconds,
        });
        return typeof claims === "string" ? "invalid" : claimsOf(claims);
    } catch (error) {
        if (error instanceof jwt.TokenExpiredError) return "expired";
        return error instanceof jwt.NotBeforeError ? "notYetValid" : "invalid";
    }
}

function claimsOf(claims: jwt.JwtPayload): AccessTokenClaims {
    const amr: unknown = claims.amr;
    return {
        kind: claims.scp === undefined ? "app" : "appAndUser",
        tenantId: String(claims.tid),
        clientId: String(claims.appid),
        audience: String(claims.aud),
        mfa: Array.isArray(amr) && amr.includes("mfa"),
        userName: String(claims.upn ?? ""),
    };
}

function amrOf(mfa: boolean): readonly string[] {
    return mfa ? ["pwd", "mfa"] : ["pwd"];
}

/** The object id of a principal: always the same for the same name. */
export function objectIdOf(name: string): string {
    const digest = createHash("sha256").update(name).digest("hex");
    return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}
