import { CredentialError, messageOf } from "../errors";
import type { Credential } from "./credential";

/**
 * The identity that Azure gives to the machine or service this runs on.
 *
 * @param clientId Which identity, where there are several assigned by the user.
 * @see https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
 */
export function managedIdentity(scope: string, clientId: string | undefined): Credential {
    return {
        name: "useManagedIdentity",
        identity: "application",
        async getToken() {
            const { ManagedIdentityApplication } = await import("@azure/msal-node");
            const application = new ManagedIdentityApplication(
                clientId === undefined
                    ? {}
                    : { managedIdentityIdParams: { userAssignedClientId: clientId } },
            );
            const resource = scope.replace(/\/\.default$/, "");
            const result = await application
                .acquireToken({ resource, forceRefresh: true })
                .catch((error: unknown) => {
                    const [reason] = messageOf(error).split("\n");
                    throw new CredentialError(
                        `Could not sign in by managed identity (useManagedIdentity): ${reason}\n  Run this where Azure gives an identity, and check clientId if there are several.`,
                    );
                });
            return {
                token: result.accessToken,
                expiresAt: result.expiresOn?.getTime() ?? Date.now(),
            };
        },
    };
}
