import { type Context, Hono } from "hono";
import type { Env, Service } from "../service";
import { accessTokenAnswer } from "./accessTokens";
import { authenticateClient, checkClientId } from "./clientAuthentication";
import { readAuthorizationCode, readDeviceCode } from "./consent";
import type { UserSignIn } from "./directory";
import { TokenFailure } from "./errors";
import { requiredField } from "./form";
import { resourceOf } from "./resources";
import { readRefreshToken, userTokenAnswer } from "./userTokens";

type Grant = (service: Service, form: URLSearchParams) => Record<string, unknown>;

const grants: Record<string, Grant> = {
    client_credentials: clientCredentials,
    refresh_token: userGrant(authenticateClient, readRefreshToken),
    authorization_code: userGrant(authenticateClient, readAuthorizationCode),
    // A device keeps no secret.
    "urn:ietf:params:oauth:grant-type:device_code": userGrant(checkClientId, readDeviceCode),
    device_code: userGrant(checkClientId, readDeviceCode),
};

/** The token endpoint of Microsoft Entra, in its present and its older version. */
export function tokenRoutes(service: Service): Hono<Env> {
    const answer = (c: Context<Env>) => answerTokenRequest(service, c);
    return new Hono<Env>()
        .post("/:tenant/oauth2/v2.0/token", answer)
        .post("/:tenant/oauth2/token", answer);
}

async function answerTokenRequest(service: Service, c: Context<Env>): Promise<Response> {
    const form = new URLSearchParams(await c.req.text());
    checkTenant(service, c.req.param("tenant") ?? "");
    return c.json(grantOf(form)(service, form), 200, { "cache-control": "no-store" });
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
    const grant = Object.hasOwn(grants, name) ? grants[name] : undefined;
    if (grant !== undefined) return grant;
    throw new TokenFailure(
        400,
        "unsupported_grant_type",
        70003,
        `The app requested an unsupported grant type '${name}'.`,
    );
}

function clientCredentials(service: Service, form: URLSearchParams): Record<string, unknown> {
    const { tenantId, clientId } = service.settings.partner;
    authenticateClient(service, form);
    const audience = resourceOf(form, ["/.default"]);
    const claims = { kind: "app", tenantId, clientId, audience, mfa: false, userName: "" } as const;
    return accessTokenAnswer(service, claims);
}

/** A grant that stands for a user: the application proves itself, the grant the user's sign-in. */
function userGrant(
    checkClient: (service: Service, form: URLSearchParams) => void,
    readSignIn: (service: Service, form: URLSearchParams) => UserSignIn,
): Grant {
    return (service, form) => {
        checkClient(service, form);
        const audience = resourceOf(form, ["/.default", "/user_impersonation"]);
        const scope = form.get("scope") ?? "";
        return userTokenAnswer(service, readSignIn(service, form), audience, scope);
    };
}
