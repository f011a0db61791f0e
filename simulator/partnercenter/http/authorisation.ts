import type { Context, MiddlewareHandler } from "hono";
import { readAccessToken, type TokenProblem } from "../../entra/accessTokens";
import type { AccessTokenClaims } from "../../entra/claims";
import { isPartnerCenterAudience } from "../../entra/resources";
import type { Env, Service } from "../../service";
import { ServiceFailure } from "./errors";

const problems: Record<TokenProblem, string> = {
    expired: "the access token has expired",
    notYetValid: "the access token is not valid yet",
    invalid: "the access token is not valid",
};

/** Middleware that lets only requests with an access token for this Partner Center pass. */
export function authorisation(service: Service): MiddlewareHandler<Env> {
    return async (c, next) => {
        const token = readToken(service, c.req.header("authorization"));
        c.get("record").tokenKind = token.kind;
        // docs: partner-security-requirements-mandating-mfa; asked for by a header, told by another.
        if (c.req.header("validatemfa") === "true" && token.kind === "appAndUser") {
            c.header("isMfaCompliant", String(token.mfa));
        }
        if (lacksMfa(token) && service.settings.uncertain.missingMfa === "refused") {
            throw new ServiceFailure(
                401,
                900421,
                "The access token does not show that multi-factor authentication was completed.",
            );
        }
        c.set("token", token);
        await next();
    };
}

/**
 * Refuses an application without a user.
 *
 * @throws ServiceFailure 403 with code 900329.
 */
export function requireUser(c: Context<Env>): void {
    if (c.get("token").kind === "appAndUser") return;
    throw new ServiceFailure(
        403,
        900329,
        "Application-only authentication is not supported by this resource.",
    );
}

function lacksMfa({ kind, mfa }: AccessTokenClaims): boolean {
    return kind === "appAndUser" && !mfa;
}

function readToken(service: Service, header: string | undefined): AccessTokenClaims {
    const { settings, signingKey } = service;
    const text = /^bearer (.+)$/i.exec(header ?? "")?.[1];
    if (text === undefined) {
        throw new ServiceFailure(401, 800001, "The partner token is missing in the request.");
    }
    const token = readAccessToken(signingKey, text, Math.floor(settings.now() / 1000));
    if (typeof token === "string") throw denied(problems[token]);
    if (!isPartnerCenterAudience(settings.cloud, token.audience)) {
        throw new ServiceFailure(
            401,
            900420,
            `Tokens for the audience ${token.audience} are not supported.`,
        );
    }
    if (token.tenantId !== settings.partner.tenantId) {
        throw denied(`the access token is of another tenant, ${token.tenantId}`);
    }
    return token;
}

function denied(reason: string): ServiceFailure {
    return new ServiceFailure(401, 400, `Access denied: ${reason}.`);
}
