import { randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import type { Service } from "../service";
import { accessTokenAnswer, objectIdOf } from "./accessTokens";
import type { UserSignIn } from "./directory";
import { TokenFailure } from "./errors";
import { requiredField } from "./form";

/** A refresh token to be made without a sign-in. */
export interface RefreshTokenRequest {
    /** Whether the user signed in with multi-factor authentication. @defaultValue true */
    mfa?: boolean;
    /** Seconds from now; a negative number makes an expired token. @defaultValue 90 days */
    lifetimeSeconds?: number;
}

const ninetyDays = 90 * 24 * 60 * 60;
// Only the simulator reads its refresh tokens; to a client they are opaque.
const refreshAudience = "refresh";

export function issueRefreshToken(service: Service, request: RefreshTokenRequest = {}): string {
    const { settings, signingKey } = service;
    const issuedAt = Math.floor(settings.now() / 1000);
    const claims = {
        aud: refreshAudience,
        jti: randomUUID(),
        mfa: request.mfa ?? true,
        iat: issuedAt,
        exp: issuedAt + (request.lifetimeSeconds ?? ninetyDays),
    };
    return jwt.sign(claims, signingKey.privateKey, { algorithm: "RS256" });
}

/**
 * The sign-in behind the refresh token of a request.
 *
 * @throws TokenFailure where it has expired, was used before and may not be again, or is none.
 */
export function readRefreshToken(service: Service, form: URLSearchParams): UserSignIn {
    const claims = verifiedRefreshToken(service, requiredField(form, "refresh_token"));
    const isUsed = service.directory.useRefreshToken(String(claims.jti));
    if (isUsed && service.settings.singleUseRefreshTokens) {
        throw invalidGrant(50173, "The provided grant has expired due to it being revoked.");
    }
    return { mfa: claims.mfa === true };
}

/** What a signed-in user's application gets: an access token, and the next refresh token. */
export function userTokenAnswer(
    service: Service,
    { mfa }: UserSignIn,
    audience: string,
    scope: string,
): Record<string, unknown> {
    const { partner, now } = service.settings;
    const userName = `admin@${partner.domain}`;
    const identity = {
        tenantId: partner.tenantId,
        clientId: partner.clientId,
        mfa,
        userName,
    };
    const subject = objectIdOf(userName);
    const claims = {
        aud: partner.clientId,
        iss: `${service.authorityUrl}/${partner.tenantId}/v2.0`,
        iat: Math.floor(now() / 1000),
        exp: Math.floor(now() / 1000) + service.settings.tokenLifetimeSeconds,
        tid: partner.tenantId,
        oid: subject,
        sub: subject,
        preferred_username: userName,
        ver: "2.0",
    };
    const { privateKey, keyId } = service.signingKey;
    const clientInfo = { uid: subject, utid: partner.tenantId };
    return {
        ...accessTokenAnswer(service, { ...identity, kind: "appAndUser", audience }),
        scope,
        refresh_token: issueRefreshToken(service, { mfa }),
        id_token: jwt.sign(claims, privateKey, { algorithm: "RS256", keyid: keyId }),
        client_info: Buffer.from(JSON.stringify(clientInfo)).toString("base64url"),
    };
}

export function invalidGrant(code: number, description: string): TokenFailure {
    return new TokenFailure(400, "invalid_grant", code, description);
}

function verifiedRefreshToken({ settings, signingKey }: Service, token: string): jwt.JwtPayload {
    try {
        const claims = jwt.verify(token, signingKey.publicKey, {
            algorithms: ["RS256"],
            audience: refreshAudience,
            clockTimestamp: Math.floor(settings.now() / 1000),
        });
        if (typeof claims !== "string") return claims;
    } catch (error) {
        if (error instanceof jwt.TokenExpiredError) {
            throw invalidGrant(700082, "The refresh token has expired due to inactivity.");
        }
    }
    throw invalidGrant(9002313, "Invalid request. Request is malformed or invalid.");
}
