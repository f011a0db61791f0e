import type { Application, ApplicationProof } from "../partnercenter/auth/application";
import type { Credential } from "../partnercenter/auth/credential";
import { readyMadeToken } from "../partnercenter/auth/readyMadeToken";
import { clouds } from "../partnercenter/clouds";
import { ConfigurationError } from "../partnercenter/errors";
import type { Network } from "../partnercenter/http/network";
import type { ApplicationSettings, ProofSettings, Settings } from ".";

/** Loaded where somebody signs in: a token that was made elsewhere needs none of them. */
function ways(): typeof import("../partnercenter/auth") {
    return require("../partnercenter/auth");
}

/**
 * The credential that the settings name. Nothing is read or asked for yet.
 *
 * @param onRefreshToken Is told of each new refresh token.
 * @throws ConfigurationError if there is none.
 */
export function credentialFor(
    settings: Settings,
    network: Network,
    onRefreshToken?: (refreshToken: string) => void | Promise<void>,
): Credential {
    const { credential } = settings;
    const { scope } = clouds[settings.cloud];
    switch (credential?.kind) {
        case "accessToken":
            return readyMadeToken(credential.accessToken);
        case "application":
            return ways().appOnly(
                credential.name,
                applicationFor(settings, credential, network),
                network,
            );
        case "applicationAndUser": {
            const { name, refreshToken } = credential;
            const store =
                "text" in refreshToken
                    ? ways().inMemory(refreshToken.text, onRefreshToken)
                    : ways().inFile(refreshToken.filePath);
            const application = applicationFor(settings, credential, network);
            return ways().appAndUser(name, application, store, network);
        }
        case "managedIdentity":
            return ways().managedIdentity(scope, credential.clientId);
        case "azureCli":
            return ways().azureCli(scope, credential.tenantId);
        case undefined:
            throw new ConfigurationError([
                "there is no credential. Set tenantId, clientId and clientSecret, or another credential: as PARTNERCENTER_TENANT_ID and so on in the environment, or by `pulumi config set --secret partnercenter:clientSecret`.",
            ]);
    }
}

/** The application that the settings name, in the tenant and the cloud that they name. */
export function applicationFor(
    { cloud, authorityUrl }: Settings,
    { tenantId, clientId, proof }: ApplicationSettings,
    network: Network,
): Application {
    return {
        authorityUrl,
        tenantId,
        clientId,
        scope: clouds[cloud].scope,
        proof: proofFor(proof, network),
    };
}

function proofFor(proof: ProofSettings, network: Network): ApplicationProof {
    switch (proof.kind) {
        case "oidcToken":
            return { kind: "federation", assertion: async () => proof.token };
        case "oidcTokenFile":
            return { kind: "federation", assertion: () => ways().assertionFromFile(proof.path) };
        case "pipeline":
            return {
                kind: "federation",
                assertion: () => ways().assertionFromPipeline(process.env, network),
            };
        default:
            return proof;
    }
}
