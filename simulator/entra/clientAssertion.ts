import { createHash, type KeyObject, type X509Certificate } from "node:crypto";
import jwt from "jsonwebtoken";
import type { Service } from "../service";
import { TokenFailure } from "./errors";
import { federatedAudience, pipelineIssuer } from "./pipeline";

/**
 * Checks a signed assertion in the place of a secret: one that the application signed with its
 * certificate, which its header names, or else a token of a pipeline that is trusted.
 *
 * @throws TokenFailure with the code that Microsoft Entra has for what is wrong.
 */
export function checkClientAssertion(service: Service, assertion: string): void {
    const decoded = jwt.decode(assertion, { complete: true });
    if (decoded === null || typeof decoded.payload === "string") {
        throw refusal(50027, "JWT token is invalid or malformed.");
    }
    const { header, payload } = decoded;
    const thumbprint = header["x5t#S256"] ?? header.x5t;
    if (thumbprint === undefined) checkFederatedToken(service, assertion, payload);
    else checkCertificateAssertion(service, assertion, payload, thumbprint);
}

function checkCertificateAssertion(
    service: Service,
    assertion: string,
    claims: jwt.JwtPayload,
    thumbprint: string,
): void {
    const { directory, settings, authorityUrl } = service;
    const { clientId, tenantId } = settings.partner;
    const certificate = directory.certificates.find((one) =>
        thumbprintsOf(one).includes(thumbprint),
    );
    if (certificate === undefined) {
        throw refusal(
            700027,
            `The certificate with identifier used to sign the client assertion is not registered on application. [Thumbprint of key used by client: '${thumbprint}']`,
        );
    }
    verify(service, assertion, certificate.publicKey);
    const base = `${authorityUrl}/${tenantId}`;
    const audiences = [`${base}/oauth2/v2.0/token`, `${base}/oauth2/token`, `${base}/v2.0`];
    if (!audiences.includes(String(claims.aud))) {
        throw refusal(700023, "Client assertion audience claim does not match Realm issuer.");
    }
    if (claims.iss !== clientId || claims.sub !== clientId) {
        throw refusal(
            700021,
            "Client assertion application identifier doesn't match 'client_id' parameter.",
        );
    }
}

function checkFederatedToken(service: Service, assertion: string, claims: jwt.JwtPayload): void {
    const { settings, authorityUrl, signingKey } = service;
    if (claims.iss !== pipelineIssuer(authorityUrl)) {
        throw refusal(
            700211,
            `No matching federated identity record found for presented assertion issuer '${claims.iss}'.`,
        );
    }
    verify(service, assertion, signingKey.publicKey);
    if (claims.aud !== federatedAudience) {
        throw refusal(
            700212,
            `No matching federated identity record found for presented assertion audience '${claims.aud}'.`,
        );
    }
    if (!settings.partner.federatedSubjects.includes(String(claims.sub))) {
        throw refusal(
            700213,
            `No matching federated identity record found for presented assertion subject '${claims.sub}'.`,
        );
    }
}

// A client may round its clock up, and Microsoft Entra allows for it.
const clockToleranceSeconds = 300;

function verify({ settings }: Service, assertion: string, key: KeyObject): void {
    const nowSeconds = Math.floor(settings.now() / 1000);
    try {
        const claims = jwt.verify(assertion, key, {
            algorithms: ["RS256", "PS256"],
            clockTimestamp: nowSeconds,
            ignoreNotBefore: true,
        });
        const notBefore = typeof claims === "string" ? 0 : (claims.nbf ?? 0);
        if (notBefore > nowSeconds + clockToleranceSeconds) {
            throw new jwt.NotBeforeError("assertion not yet valid", new Date(notBefore * 1000));
        }
    } catch (error) {
        const isTime =
            error instanceof jwt.TokenExpiredError || error instanceof jwt.NotBeforeError;
        throw isTime
            ? refusal(700024, "Client assertion is not within its valid time range.")
            : refusal(700027, "Client assertion failed signature validation.");
    }
}

function thumbprintsOf({ raw }: X509Certificate): string[] {
    return ["sha1", "sha256"].map((hash) => createHash(hash).update(raw).digest("base64url"));
}

function refusal(code: number, description: string): TokenFailure {
    return new TokenFailure(401, "invalid_client", code, description);
}
