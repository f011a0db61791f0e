import { CredentialError, messageOf } from "../errors";
import { claimsOf } from "./claims";
import type { Credential } from "./credential";

/** Whatever gives access tokens: a credential of `@azure/identity`, or any object alike. */
export interface TokenCredential {
    /**
     * @param scope For example `https://api.partnercenter.microsoft.com/.default`.
     * @returns A token; a bare text counts until its own `exp`, or until it is refused.
     */
    getToken(
        scope: string,
    ): Promise<string | { token: string; expiresOnTimestamp?: number } | null>;
}

/** A credential that a program brings along. */
export function givenCredential(credential: TokenCredential, scope: string): Credential {
    return {
        name: "the option credential",
        identity: undefined,
        async getToken() {
            const given = await credential.getToken(scope).catch((error: unknown) => {
                throw new CredentialError(
                    `Could not sign in by the option credential: ${messageOf(error)}`,
                    { cause: error },
                );
            });
            if (given === null) {
                throw new CredentialError("The option credential gave no token.");
            }
            const { token, expiresOnTimestamp } =
                typeof given === "string" ? { token: given } : given;
            const { exp = Number.POSITIVE_INFINITY } = claimsOf(token) ?? {};
            return { token, expiresAt: expiresOnTimestamp ?? exp * 1000 };
        },
    };
}
