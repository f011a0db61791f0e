import type { Credential } from "../partnercenter/auth/credential";
import { TokenSource } from "../partnercenter/auth/tokenSource";
import { Connection } from "../partnercenter/connection";
import { ConfigurationError } from "../partnercenter/errors";
import { Network } from "../partnercenter/http/network";
import type { ResolvedSettings, Settings } from ".";
import { credentialFor } from "./credentialFor";
import { version } from "./version";

/**
 * A connection by the settings, without a call yet.
 *
 * @param createCredential Makes another credential than the one that the settings name.
 * @throws ConfigurationError with every fault of the settings.
 */
export function connect(
    { settings, problems }: ResolvedSettings,
    createCredential: (settings: Settings, network: Network) => Credential = credentialFor,
    network = new Network(),
): Connection {
    if (problems.length > 0) {
        throw new ConfigurationError(problems);
    }
    return new Connection({
        cloud: settings.cloud,
        apiUrl: settings.apiUrl,
        tokens: new TokenSource(createCredential(settings, network)),
        network,
        locale: settings.locale,
        requestTimeoutSeconds: settings.requestTimeoutSeconds,
        retryBudgetSeconds: settings.retryBudgetSeconds,
        maxConcurrency: settings.maxConcurrency,
        maxRequestsPerMinute: settings.maxRequestsPerMinute,
        application: `pulumi-partnercenter/${version}`,
    });
}
