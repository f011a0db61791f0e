import { Hono } from "hono";
import jwt from "jsonwebtoken";
import type { Env, Service } from "../service";
import { keySetOf } from "./keys";

/** What a token for federation must be made for (docs: workload-identity-federation). */
export const federatedAudience = "api://AzureADTokenExchange";

/** A token by which a pipeline proves what it is. */
export interface FederatedTokenRequest {
    /** What the pipeline is. @defaultValue the first one that the application trusts */
    subject?: string;
    /** @defaultValue "api://AzureADTokenExchange" */
    audience?: string;
    /** Seconds from now; a negative number makes an expired token. @defaultValue 300 */
    lifetimeSeconds?: number;
    /** @defaultValue the simulator's own pipeline, the only one that the application trusts */
    issuer?: string;
}

export function pipelineIssuer(authorityUrl: string): string {
    return `${authorityUrl}/pipeline`;
}

/** Makes the token that a pipeline's own endpoint would give. */
export function issueFederatedToken(
    { settings, signingKey, authorityUrl }: Service,
    request: FederatedTokenRequest = {},
): string {
    const issuedAt = Math.floor(settings.now() / 1000);
    const claims = {
        iss: request.issuer ?? pipelineIssuer(authorityUrl),
        sub: request.subject ?? settings.partner.federatedSubjects[0],
        aud: request.audience ?? federatedAudience,
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + (request.lifetimeSeconds ?? 300),
    };
    const { privateKey, keyId } = signingKey;
    return jwt.sign(claims, privateKey, { algorithm: "RS256", keyid: keyId });
}

/**
 * The endpoints by which a job gets such a token: that of GitHub Actions at
 * `ACTIONS_ID_TOKEN_REQUEST_URL`, that of Azure Pipelines at `SYSTEM_OIDCREQUESTURI`. Any bearer
 * token will do for a job's own.
 */
export function pipelineRoutes(service: Service): Hono<Env> {
    return new Hono<Env>()
        .use("/pipeline/jobs/*", async (c, next) => {
            if (!/^bearer ./i.test(c.req.header("authorization") ?? "")) return c.body(null, 401);
            return next();
        })
        .get("/pipeline/jobs/github", (c) => {
            const audience = c.req.query("audience") ?? "https://github.com/contoso";
            return c.json({ value: issueFederatedToken(service, { audience }) });
        })
        .post("/pipeline/jobs/azure", (c) => c.json({ oidcToken: issueFederatedToken(service) }))
        .get("/pipeline/.well-known/openid-configuration", (c) => {
            const issuer = pipelineIssuer(service.authorityUrl);
            return c.json({ issuer, jwks_uri: `${issuer}/keys` });
        })
        .get("/pipeline/keys", (c) => c.json(keySetOf(service.signingKey)));
}
