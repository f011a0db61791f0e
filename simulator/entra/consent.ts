import { createHash, randomInt, randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Env, Service } from "../service";
import { checkClientId } from "./clientAuthentication";
import type { UserSignIn } from "./directory";
import { TokenFailure } from "./errors";
import { requiredField } from "./form";
import { invalidGrant } from "./userTokens";

const deviceCodeLifetimeSeconds = 900;

/**
 * How a user signs in: by a browser, in which a user with multi-factor authentication is signed in
 * already and consents at once, or by a code that a device shows, which
 * `simulator.directory.approveDeviceSignIn` approves.
 */
export function consentRoutes(service: Service): Hono<Env> {
    const { directory, authorityUrl } = service;
    return new Hono<Env>()
        .post("/:tenant/oauth2/v2.0/devicecode", async (c) => {
            checkClientId(service, new URLSearchParams(await c.req.text()));
            const deviceCode = randomUUID();
            const userCode = `SIM${randomInt(100_000, 1_000_000)}`;
            directory.startDeviceSignIn(deviceCode, userCode);
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
            const redirect = new URL(c.req.query("redirect_uri") ?? authorityUrl);
            const code = randomUUID();
            directory.keepCode(code, { mfa: true }, c.req.query("code_challenge"));
            redirect.searchParams.set("code", code);
            redirect.searchParams.set("state", c.req.query("state") ?? "");
            return c.redirect(redirect.href);
        });
}

/** @throws TokenFailure while the user has not approved, and where no device has this code. */
export function readDeviceCode({ directory }: Service, form: URLSearchParams): UserSignIn {
    const signIn = directory.findDeviceSignIn(requiredField(form, "device_code"));
    if (signIn === undefined) throw invalidGrant(70000, "The device code is not valid.");
    if (signIn.approved !== undefined) return signIn.approved;
    throw new TokenFailure(
        400,
        "authorization_pending",
        70016,
        "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
    );
}

/** @throws TokenFailure where the code was used, or the verifier is not the challenge's. */
export function readAuthorizationCode({ directory }: Service, form: URLSearchParams): UserSignIn {
    const signIn = directory.takeCode(requiredField(form, "code"));
    if (signIn === undefined) {
        throw invalidGrant(54005, "OAuth2 Authorization code was already redeemed.");
    }
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (signIn.challenge !== undefined && signIn.challenge !== challenge) {
        throw invalidGrant(50148, "The code_verifier does not match the code_challenge.");
    }
    return signIn;
}
