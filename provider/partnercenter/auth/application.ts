import type {
    AuthenticationResult,
    ConfidentialClientApplication,
    NodeAuthOptions,
} from "@azure/msal-node";
import type { Network } from "../http/network";
import { readCertificate } from "./certificate";
import type { AccessToken } from "./credential";
import { signInFailure } from "./signInFailure";
import { signInNetwork } from "./signInNetwork";

/** An application of the partner's tenant, and where it signs in. */
export interface Application {
    /** Microsoft Entra ID, for example `https://login.microsoftonline.com`. */
    authorityUrl: string;
    /** The partner's tenant: its GUID or one of its domains. */
    tenantId: string;
    clientId: string;
    proof: ApplicationProof;
    /** For example `https://api.partnercenter.microsoft.com/.default`. */
    scope: string;
}

/** How an application proves that it is itself. */
export type ApplicationProof =
    | { kind: "clientSecret"; clientSecret: string }
    | { kind: "certificate"; path: string; password?: string }
    | { kind: "federation"; assertion: () => Promise<string> };

/** Signs in as an application, by whichever grant `acquire` asks for. */
export async function signIn(
    application: Application,
    network: Network,
    acquire: (client: ConfidentialClientApplication) => Promise<AuthenticationResult | null>,
): Promise<AccessToken> {
    const networkClient = signInNetwork(network);
    try {
        const { ConfidentialClientApplication } = await import("@azure/msal-node");
        const client = new ConfidentialClientApplication({
            auth: {
                clientId: application.clientId,
                authority: `${application.authorityUrl}/${application.tenantId}`,
                // Not one that Entra's public cloud vouches for: the user's own setting does.
                knownAuthorities: [new URL(application.authorityUrl).host],
                ...(await proofOf(application.proof)),
            },
            system: { networkClient },
        });
        const result = await acquire(client);
        if (result === null) {
            throw new Error("the answer holds no token");
        }
        return { token: result.accessToken, expiresAt: result.expiresOn?.getTime() ?? Date.now() };
    } catch (error) {
        throw signInFailure(error, application, networkClient.lastFailure);
    }
}

async function proofOf(proof: ApplicationProof): Promise<Partial<NodeAuthOptions>> {
    switch (proof.kind) {
        case "clientSecret":
            return { clientSecret: proof.clientSecret };
        case "certificate":
            return { clientCertificate: await readCertificate(proof.path, proof.password) };
        case "federation":
            return { clientAssertion: await proof.assertion() };
    }
}
