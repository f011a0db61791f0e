import { type Context, Hono } from "hono";
import type { Env, Service } from "../service";
import { type AccessTokenClaims, signAccessToken } from "./accessTokens";
import { checkClientSecret } from "./clientSecret";
import { TokenFailure, tokenErrorBody } from "./errors";
import { resourceOf } from "./resources";

type Grant = (service: Service, form: URLSearchParams) => Record<string, unknown>;

const grants: Record<string, Grant> = { client_credentials: clientCredentials };

/** The token endpoint of Microsoft Entra, in its present and its older version. */
export function tokenRoutes(service: Service): Hono<Env> {
    const answer = (c: Context<Env>) => answerTokenRequest(service, c);
    return new Hono<Env>()
        .post("/:tenant/oauth2/v2.0/token", answer)
        .post("/:tenant/oauth2/token", answer);
}

async function answerTokenRequest(service: Service, c: Context<Env>): Promise<Response> {
    const form = new URLSearchParams(await c.req.text());
    try {
        checkTenant(service, c.req.param("tenant") ?? "");
        return c.json(grantOf(form)(service, form), 200, { "cache-control": "no-store" });
    } catch (error) {
        if (!(error instanceof TokenFailure)) throw error;
        const correlationId = c.req.header("client-request-id") ?? crypto.randomUUID();
        const now = new Date(service.settings.now());
        return c.json(tokenErrorBody(error, correlationId, now), error.status);
    }
}

function checkTenant({ settings: { partner } }: Service, tenant: string): void {
    if ([partner.tenantId, partner.domain].includes(tenant.toLowerCase())) return;
    throw new TokenFailure(
        400,
        "invalid_request",
        90002,
        `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
}

function grantOf(form: URLSearchParams): Grant {
    const name = requiredField(form, "grant_type");
    const grant = grants[name];
    if (grant !== undefined) return grant;
    throw new TokenFailure(
        400,
        "unsupported_grant_type",
        70003,
        `The app requested an unsupported grant type '${name}'.`,
    );
}

function clientCredentials(service: Service, form: URLSearchParams): Record<string, unknown> {
    const { partner } = service.settings;
    authenticateClient(service, form);
    const audience = resourceOf(form, ["/.default"]);
    const claims = { kind: "app", tenantId: partner.tenantId, clientId: partner.clientId } as const;
    return accessTokenAnswer(service, { ...claims, audience, mfa: false, userName: "" });
}

function authenticateClient({ settings: { partner } }: Service, form: URLSearchParams): void {
    const clientId = requiredField(form, "client_id");
    if (clientId.toLowerCase() !== partner.clientId) {
        throw new TokenFailure(
            400,
            "unauthorized_client",
            700016,
            `Application with identifier '${clientId}' was not found in the directory '${partner.tenantId}'.`,
        );
    }
    const secret = form.get("client_secret");
    if (secret === null) {
        throw new TokenFailure(
            401,
            "invalid_client",
            7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        );
    }
    checkClientSecret(partner, secret);
}

function accessTokenAnswer(
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

function requiredField(form: URLSearchParams, name: string): string {
    const value = form.get(name);
    if (value !== null && value !== "") return value;
    throw new TokenFailure(
        400,
        "invalid_request",
        900144,
        `The request body must contain the following parameter: '${name}'.`,
    );
}
