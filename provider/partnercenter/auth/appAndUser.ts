import type { Network } from "../http/network";
import type { Application } from "./application";
import type { Credential } from "./credential";
import { signIn } from "./signIn";

/** Where a refresh token is kept. Each use may bring a new one, which lives for another 90 days. */
export interface RefreshTokenStore {
    read(): Promise<string>;
    /** Is told of each new refresh token. */
    write(refreshToken: string): Promise<void>;
}

/**
 * Sign-in as application and user by the Secure Application Model: a user has once given consent with
 * multi-factor authentication, and the refresh token from that signs in ever since.
 *
 * @see https://learn.microsoft.com/partner-center/developer/enable-secure-app-model
 */
export function appAndUser(
    name: string,
    application: Application,
    store: RefreshTokenStore,
    network: Network,
): Credential {
    return {
        name,
        identity: "applicationAndUser",
        async getToken() {
            const refreshToken = await store.read();
            const { refreshToken: renewed, ...token } = await signIn(
                application,
                network,
                (client) =>
                    client.acquireTokenByRefreshToken({
                        refreshToken,
                        scopes: [application.scope],
                        // Else MSAL keeps nothing of the answer, the new refresh token included.
                        forceCache: true,
                    }),
            );
            if (renewed !== undefined && renewed !== refreshToken) {
                await store.write(renewed);
            }
            return token;
        },
    };
}
