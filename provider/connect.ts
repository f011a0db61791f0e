import { clientSecretCredential } from "./partnercenter/auth/clientSecret";
import { readyMadeToken } from "./partnercenter/auth/readyMadeToken";
import { type Credential, TokenSource } from "./partnercenter/auth/token";
import { clouds } from "./partnercenter/clouds";
import { Connection } from "./partnercenter/connection";
import { ConfigurationError } from "./partnercenter/errors";
import type { ResolvedSettings, Settings } from "./settings";
import { version } from "./version";

/**
 * A connection by the settings, without a call yet.
 *
 * @throws ConfigurationError with every fault of the settings.
 */
export function connect({ settings, problems }: ResolvedSettings): Connection {
    if (problems.length > 0) {
        throw new ConfigurationError(problems);
    }
    return new Connection({
        apiUrl: settings.apiUrl,
        tokens: new TokenSource(credentialOf(settings)),
        locale: settings.locale,
        requestTimeoutSeconds: settings.requestTimeoutSeconds,
        retryBudgetSeconds: settings.retryBudgetSeconds,
        application: `pulumi-partnercenter/${version}`,
    });
}

function credentialOf({ credential, cloud, authorityUrl }: Settings): Credential {
    switch (credential?.kind) {
        case "accessToken":
            return readyMadeToken(credential.accessToken);
        case "clientSecret":
            return clientSecretCredential({
                ...credential,
                authorityUrl,
                scope: clouds[cloud].scope,
            });
        case undefined:
            throw new ConfigurationError([
                "there is no credential. Set tenantId, clientId and clientSecret, or a ready-made accessToken: as PARTNERCENTER_TENANT_ID and so on in the environment, or by `pulumi config set --secret partnercenter:clientSecret`.",
            ]);
    }
}
