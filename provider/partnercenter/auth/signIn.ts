import type {
    AuthenticationResult,
    ConfidentialClientApplication,
    Configuration,
    PublicClientApplication,
} from "@azure/msal-node";
import type { Network } from "../http/network";
import { type Application, proofOf } from "./application";
import type { AccessToken } from "./credential";
import { signInFailure } from "./signInFailure";
import { signInNetwork } from "./signInNetwork";

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
