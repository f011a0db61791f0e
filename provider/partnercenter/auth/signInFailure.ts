import type { AuthError } from "@azure/msal-node";
import { ConnectionError, CredentialError, PartnerCenterError } from "../errors";
import { NetworkFailure } from "../http/network";
import type { Application } from "./application";

/** What to do about the codes that a wrong setting brings. */
const remedies: Readonly<Record<string, string>> = {
    AADSTS7000215:
        "The client secret is wrong: give the secret's value, not its id, as clientSecret.",
    AADSTS7000222: "The client secret has expired: make a new one, and give it as clientSecret.",
    AADSTS700016: "This tenant has no such application: check clientId, tenantId and cloud.",
    AADSTS90002: "There is no such tenant in this cloud: check tenantId and cloud.",
    AADSTS900023: "tenantId is neither a GUID nor a domain.",
    AADSTS500011:
        "The tenant does not know Partner Center as a resource: check cloud, and the application's consent.",
    AADSTS700027:
        "The application does not know this certificate, or it has expired: upload it to the application's registration.",
    AADSTS700024: "The assertion has expired or is not valid yet: check this machine's clock.",
    AADSTS70021:
        "No federated credential of the application has this issuer, subject and audience.",
    AADSTS700211: "No federated credential of the application has this issuer.",
    AADSTS700213: "No federated credential of the application has this subject.",
    AADSTS700212: "No federated credential of the application has this audience.",
    AADSTS700082:
        "The refresh token has expired, because it was not used for 90 days: get a new one by `partnercenter consent`.",
    AADSTS700084: "The refresh token has expired: get a new one by `partnercenter consent`.",
    AADSTS50173:
        "The refresh token was revoked, for example by a new password: get a new one by `partnercenter consent`.",
    AADSTS9002313:
        "The refresh token is not one: check refreshToken, or get one by `partnercenter consent`.",
    AADSTS70000:
        "The refresh token is not one of this application: get one by `partnercenter consent`.",
    AADSTS50076:
        "The user must sign in with a second factor again: get a new refresh token by `partnercenter consent`.",
    AADSTS50078:
        "The user's second factor has expired: get a new refresh token by `partnercenter consent`.",
    AADSTS7000218:
        "The application does not allow public client flows, which a device code needs: allow them in its registration, or sign in by browser.",
    AADSTS65004: "The user declined to give consent.",
    AADSTS65001: "Nobody gave consent to this application: run `partnercenter consent`.",
};

/**
 * Why there is no token, in words that tell the remedy.
 *
 * @param unreachable Why sign-in could not be reached, where that is the reason; it is tried again then.
 * @param refusal What sign-in said last, for where MSAL's error does not hold it.
 */
export function signInFailure(
    error: unknown,
    { authorityUrl, tenantId, clientId, proof }: Application,
    unreachable: string | undefined,
    refusal?: string,
): PartnerCenterError {
    if (error instanceof PartnerCenterError) {
        return error;
    }
    const operation = `sign in to ${authorityUrl} as application ${clientId} of tenant ${tenantId}`;
    const failure = error instanceof NetworkFailure ? error.message : unreachable;
    if (failure !== undefined) {
        return new ConnectionError(operation, failure);
    }
    const { errorCode, errorMessage, message } = error as Partial<AuthError>;
    const isUnsaid = errorCode === "post_request_failed" && refusal !== undefined;
    const words = isUnsaid ? refusal : errorMessage || message || String(error);
    // Code and reason come first, trace id and time behind them.
    const [said = ""] = words.split(/\r?\n| Trace ID:/);
    const secret = proof.kind === "clientSecret" ? proof.clientSecret : undefined;
    const reason = secret === undefined ? said : said.replaceAll(secret, "[secret]");
    const [code = ""] = reason.match(/AADSTS\d+/) ?? [];
    const remedy = remedies[code] ?? "Check cloud, tenantId, clientId and the credential.";
    return new CredentialError(
        `Could not ${operation}: ${reason} (${errorCode ?? "no code"}).\n  ${remedy}`,
    );
}
