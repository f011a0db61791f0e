import { signAccessToken } from "./entra/accessTokens";
import type { TokenKind } from "./entra/claims";
import { partnerCenterAudience } from "./entra/resources";
import type { Service } from "./service";

/** An access token to be made without any credential. */
export interface TokenRequest {
    kind: TokenKind;
    /** Whether the user signed in with multi-factor authentication. @defaultValue true */
    mfa?: boolean;
    /** Seconds from now; a negative number makes an expired token. @defaultValue as the endpoint */
    lifetimeSeconds?: number;
    /** The resource it is for. @defaultValue Partner Center of the simulator's cloud */
    audience?: string;
    /** @defaultValue the partner's */
    tenantId?: string;
}

export function issueToken(service: Service, request: TokenRequest): string {
    const { settings, signingKey, authorityUrl } = service;
    const { partner, cloud, now, tokenLifetimeSeconds } = settings;
    const claims = {
        kind: request.kind,
        tenantId: request.tenantId ?? partner.tenantId,
        clientId: partner.clientId,
        audience: request.audience ?? partnerCenterAudience(cloud),
        mfa: request.mfa ?? true,
        userName: `admin@${partner.domain}`,
    };
    const issuedAt = Math.floor(now() / 1000);
    const lifetime = request.lifetimeSeconds ?? tokenLifetimeSeconds;
    return signAccessToken(signingKey, authorityUrl, claims, issuedAt, lifetime);
}
