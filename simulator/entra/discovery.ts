import { Hono } from "hono";
import type { Env, Service } from "../service";
import { keySetOf } from "./keys";

/** The documents by which a client finds its way: OpenID configuration, instances, keys. */
export function discoveryRoutes(service: Service): Hono<Env> {
    const { authorityUrl } = service;
    const host = new URL(authorityUrl).host;
    return new Hono<Env>()
        .get("/common/discovery/instance", (c) =>
            c.json({
                tenant_discovery_endpoint: `${tenantOfEndpoint(c.req.query("authorization_endpoint"), authorityUrl)}/v2.0/.well-known/openid-configuration`,
                "api-version": "1.1",
                metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
            }),
        )
        .get("/:tenant/v2.0/.well-known/openid-configuration", (c) =>
            c.json(openidConfiguration(authorityUrl, c.req.param("tenant"))),
        )
        .get("/:tenant/discovery/v2.0/keys", (c) => c.json(keySetOf(service.signingKey)));
}

function tenantOfEndpoint(authorizationEndpoint: string | undefined, authorityUrl: string) {
    const tenant = new URL(authorizationEndpoint ?? authorityUrl).pathname.split("/")[1];
    return `${authorityUrl}/${tenant || "common"}`;
}

function openidConfiguration(authorityUrl: string, tenant: string): Record<string, unknown> {
    const base = `${authorityUrl}/${tenant}`;
    return {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
        response_types_supported: ["code"],
        subject_types_supported: ["pairwise"],
        id_token_signing_alg_values_supported: ["RS256"],
        scopes_supported: ["openid", "profile", "email", "offline_access"],
    };
}
