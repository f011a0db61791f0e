import { randomUUID } from "node:crypto";
import type { Application } from "../../partnercenter/auth/application";
import { type SignIn, signIn } from "../../partnercenter/auth/signIn";
import type { Network } from "../../partnercenter/http/network";
import { RedirectListener } from "./redirect";

/** What both ways of consent want to know. */
export interface ConsentOptions {
    application: Application;
    network: Network;
    timeoutSeconds: number;
    /** Tells the user what to do. */
    show(text: string): void;
}

/**
 * Lets a user sign in by a browser: the authorisation-code flow, with PKCE and a state, so that nobody
 * else's code is taken and nobody else can use ours.
 *
 * @param port Where the browser comes back to; 0 for a free one.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function consentByBrowser(
    { application, network, timeoutSeconds, show }: ConsentOptions,
    port: number,
): Promise<SignIn> {
    const listener = await RedirectListener.open(port);
    try {
        return await signIn(application, network, async (client) => {
            const { CryptoProvider } = await import("@azure/msal-node");
            const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
            const request = { scopes: [application.scope], redirectUri: listener.address };
            const state = randomUUID();
            const address = await client.getAuthCodeUrl({
                ...request,
                state,
                prompt: "select_account",
                codeChallenge: challenge,
                codeChallengeMethod: "S256",
            });
            const answered = listener.answer(state, timeoutSeconds);
            show(`Open this address, and sign in with multi-factor authentication:\n\n${address}`);
            const code = codeIn(await answered);
            return await client.acquireTokenByCode({ ...request, code, codeVerifier: verifier });
        });
    } finally {
        listener.close();
    }
}

/** @throws An error in MSAL's form, which has its remedy where all of sign-in have theirs. */
function codeIn(answer: URLSearchParams): string {
    const code = answer.get("code");
    if (code === null) {
        const errorCode = answer.get("error") ?? "no code";
        const errorMessage = answer.get("error_description") ?? "the browser brought no code";
        throw Object.assign(new Error(errorMessage), { errorCode, errorMessage });
    }
    return code;
}
