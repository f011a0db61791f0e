import type { AuthError } from "@azure/msal-node";
import { CredentialError } from "../errors";
import type { Credential } from "./token";

export interface ClientSecretOptions {
    /** Microsoft Entra ID, for example `https://login.microsoftonline.com`. */
    authorityUrl: string;
    /** The partner's tenant: its GUID or one of its domains. */
    tenantId: string;
    clientId: string;
    clientSecret: string;
    /** For example `https://api.partnercenter.microsoft.com/.default`. */
    scope: string;
}

/**
 * App-only sign-in by client secret.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function clientSecretCredential(options: ClientSecretOptions): Credential {
    return {
        async getToken() {
            const { ConfidentialClientApplication } = await import("@azure/msal-node");
            const application = new ConfidentialClientApplication({
                auth: {
                    clientId: options.clientId,
                    clientSecret: options.clientSecret,
                    authority: `${options.authorityUrl}/${options.tenantId}`,
                    knownAuthorities: [new URL(options.authorityUrl).host],
                },
            });
            const result = await application
                .acquireTokenByClientCredential({ scopes: [options.scope] })
                .catch((error: unknown) => {
                    throw signInFailure(error, options);
                });
            if (result?.accessToken === undefined) {
                throw signInFailure(new Error("the answer holds no token"), options);
            }
            return {
                token: result.accessToken,
                expiresAt: result.expiresOn?.getTime() ?? Date.now(),
            };
        },
    };
}

/** What to do about the codes that a wrong setting brings. */
const remedies: readonly [code: string, remedy: string][] = [
    [
        "AADSTS7000215",
        "The client secret is wrong: give the secret's value, not its id, as clientSecret.",
    ],
    ["AADSTS7000222", "The client secret has expired: make a new one and give it as clientSecret."],
    ["AADSTS700016", "This tenant has no such application: check clientId, tenantId and cloud."],
    ["AADSTS90002", "There is no such tenant in this cloud: check tenantId and cloud."],
    ["AADSTS900023", "tenantId is neither a GUID nor a domain."],
    [
        "AADSTS500011",
        "The tenant does not know Partner Center as a resource: check cloud, and consent of the application.",
    ],
];

function signInFailure(error: unknown, options: ClientSecretOptions): CredentialError {
    const { errorCode, errorMessage, message } = error as Partial<AuthError>;
    // MSAL puts trace id and time on further lines; the first one holds code and reason.
    const said = (errorMessage || message || String(error)).split(/\r?\n/)[0] ?? "";
    const reason = said.replaceAll(options.clientSecret, "[secret]");
    const remedy =
        remedies.find(([code]) => reason.includes(code))?.[1] ??
        `Check that ${options.authorityUrl} can be reached, and tenantId, clientId and clientSecret.`;
    return new CredentialError(
        `Could not sign in to ${options.authorityUrl} as application ${options.clientId} of tenant ${options.tenantId}: ${reason}${errorCode ? ` (${errorCode})` : ""}.\n  ${remedy}`,
    );
}
