import { createHash, randomInt, randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Env, Service } from "../service";
import { checkClientId } from "./clientAuthentication";
import type { UserSignIn } from "./directory";
import { TokenFailure } from "./errors";
import { requiredField } from "./form";
import { invalidGrant } from "./userTokens";

const deviceCodeLifetimeSeconds = 900;
// docs: v2-oauth2-auth-code-flow, "expire after about 10 minutes".
const codeLifetimeMs = 10 * 60 * 1000;

/**
 * How a user signs in: by a browser, in which a user with multi-factor authentication is signed in
 * already and consents at once, or by a code that a device shows, which
 * `simulator.directory.approveDeviceSignIn` approves.
 */
export function consentRoutes(service: Service): Hono<Env> {
    const { directory, authorityUrl, settings } = service;
    return new Hono<Env>()
        .post("/:tenant/oauth2/v2.0/devicecode", async (c) => {
            checkClientId(service, new URLSearchParams(await c.req.text()));
            const deviceCode = randomUUID();
            const userCode = `SIM${randomInt(100_000, 1_000_000)}`;
            const expiresAt = settings.now() + deviceCodeLifetimeSeconds * 1000;
            directory.startDeviceSignIn(deviceCode, userCode, expiresAt);
            const verificationUri = `${authorityUrl}/device`;
            return c.json({
                device_code: deviceCode,
                user_code: userCode,
                verification_uri: verificationUri,
                expires_in: deviceCodeLifetimeSeconds,
                interval: 1,
                message: `To sign in, open the page ${verificationUri} and enter the code ${userCode}.`,
            });
        })
        .get("/:tenant/oauth2/v2.0/authorize", (c) => {
            const query = new URL(c.req.url).searchParams;
            checkClientId(service, query);
            const redirectUri = requiredField(query, "redirect_uri");
            const redirect = redirectOf(redirectUri);
            const code = randomUUID();
            directory.keepBrowserSignIn(code, {
                mfa: true,
                redirectUri,
                challenge: query.get("code_challenge") ?? undefined,
                expiresAt: settings.now() + codeLifetimeMs,
            });
            redirect.searchParams.set("code", code);
            const state = query.get("state");
            if (state !== null) redirect.searchParams.set("state", state);
            return c.redirect(redirect.href);
        });
}

function redirectOf(uri: string): URL {
    if (URL.canParse(uri)) return new URL(uri);
    throw new TokenFailure(
        400,
        "invalid_request",
        90102,
        "'redirect_uri' value must be a valid absolute URI.",
    );
}

/**
 * @throws TokenFailure while the user has not approved, where the code has expired, and where no
 *     device has it or has it any more.
 */
export function readDeviceCode(
    { directory, settings }: Service,
    form: URLSearchParams,
): UserSignIn {
    const code = requiredField(form, "device_code");
    const signIn = directory.findDeviceSignIn(code);
    if (signIn === undefined) throw invalidGrant(70000, "The device code is not valid.");
    if (signIn.expiresAt <= settings.now()) {
        throw new TokenFailure(
            400,
            "expired_token",
            70020,
            "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
        );
    }
    if (signIn.approved !== undefined) {
        directory.forgetDeviceSignIn(code);
        return signIn.approved;
    }
    throw new TokenFailure(
        400,
        "authorization_pending",
        70016,
        "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
    );
}

/**
 * @throws TokenFailure where the code was used or has expired, was sent elsewhere, or the verifier is
 *     not the challenge's.
 */
export function readAuthorizationCode(
    { directory, settings }: Service,
    form: URLSearchParams,
): UserSignIn {
    const signIn = directory.takeBrowserSignIn(requiredField(form, "code"));
    if (signIn === undefined) {
        throw invalidGrant(54005, "OAuth2 Authorization code was already redeemed.");
    }
    if (signIn.expiresAt <= settings.now()) {
        throw invalidGrant(
            70008,
            "The provided authorization code or refresh token has expired due to inactivity.",
        );
    }
    const redirectUri = requiredField(form, "redirect_uri");
    if (redirectUri !== signIn.redirectUri) {
        throw invalidGrant(
            500112,
            `The reply address '${redirectUri}' does not match the reply address '${signIn.redirectUri}' provided when requesting Authorization code.`,
        );
    }
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (signIn.challenge !== undefined && signIn.challenge !== challenge) {
        throw invalidGrant(50148, "The code_verifier does not match the code_challenge.");
    }
    return signIn;
}
