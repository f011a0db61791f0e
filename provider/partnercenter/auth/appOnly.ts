import type { Network } from "../http/network";
import type { Application } from "./application";
import type { Credential } from "./credential";
import { signIn } from "./signIn";

/**
 * App-only sign-in: the application speaks for itself.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function appOnly(name: string, application: Application, network: Network): Credential {
    return {
        name,
        identity: "application",
        getToken: () =>
            signIn(application, network, (client) =>
                client.acquireTokenByClientCredential({ scopes: [application.scope] }),
            ),
    };
}
