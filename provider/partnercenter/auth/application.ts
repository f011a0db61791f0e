import type {
    AuthenticationResult,
    ConfidentialClientApplication,
    Configuration,
    NodeAuthOptions,
    PublicClientApplication,
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

/** What a sign-in brings. */
export interface SignIn extends AccessToken {
    /** What the user's next sign-in takes, where there is a user. */
    refreshToken?: string;
}

/** How a client of MSAL is asked for a token. */
type Acquire<Client> = (client: Client) => Promise<AuthenticationResult | null>;

/** Signs in as an application, by whichever grant `acquire` asks for. */
export async function signIn(
    application: Application,
    network: Network,
    acquire: Acquire<ConfidentialClientApplication>,
): Promise<SignIn> {
    const createClient = async ({ auth, system }: ClientConfiguration) => {
        const { ConfidentialClientApplication } = await import("@azure/msal-node");
        const proof = await proofOf(application.proof);
        return new ConfidentialClientApplication({ auth: { ...auth, ...proof }, system });
    };
    return await signInBy(application, network, createClient, acquire);
}

/** Signs in as an application that does not prove itself, as one on a device cannot. */
export async function signInWithoutProof(
    application: Application,
    network: Network,
    acquire: Acquire<PublicClientApplication>,
): Promise<SignIn> {
    const createClient = async (configuration: ClientConfiguration) => {
        const { PublicClientApplication } = await import("@azure/msal-node");
        return new PublicClientApplication(configuration);
    };
    return await signInBy(application, network, createClient, acquire);
}

type ClientConfiguration = Required<Pick<Configuration, "auth" | "system">>;

async function signInBy<Client extends Pick<PublicClientApplication, "getTokenCache">>(
    application: Application,
    network: Network,
    createClient: (configuration: ClientConfiguration) => Promise<Client>,
    acquire: Acquire<Client>,
): Promise<SignIn> {
    const { authorityUrl, tenantId, clientId } = application;
    const networkClient = signInNetwork(network);
    try {
        const client = await createClient({
            auth: {
                clientId,
                authority: `${authorityUrl}/${tenantId}`,
                // Not one that Entra's public cloud vouches for: the user's own setting does.
                knownAuthorities: [new URL(authorityUrl).host],
            },
            system: { networkClient },
        });
        const result = await acquire(client);
        if (result === null) {
            throw new Error("the answer holds no token");
        }
        return {
            token: result.accessToken,
            expiresAt: result.expiresOn?.getTime() ?? Date.now(),
            ...refreshTokenIn(client),
        };
    } catch (error) {
        const { lastFailure, lastRefusal } = networkClient;
        throw signInFailure(error, application, lastFailure, lastRefusal);
    }
}

/** MSAL keeps a refresh token in its cache, and shows it nowhere else. */
function refreshTokenIn(
    client: Pick<PublicClientApplication, "getTokenCache">,
): Pick<SignIn, "refreshToken"> {
    const cache = JSON.parse(client.getTokenCache().serialize()) as {
        RefreshToken?: Record<string, { secret?: string }>;
    };
    const refreshToken = Object.values(cache.RefreshToken ?? {})[0]?.secret;
    return refreshToken === undefined ? {} : { refreshToken };
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
