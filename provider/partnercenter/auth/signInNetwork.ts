import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { readBody } from "../http/body";
import { type Network, NetworkFailure } from "../http/network";

const timeoutMs = 60_000;

/** MSAL's way out, which is ours: the same proxy, the same certificates. */
export interface SignInNetwork extends INetworkModule {
    /** Why sign-in could not be reached, in words; MSAL's own errors do not say. */
    lastFailure: string | undefined;
}

export function signInNetwork(network: Network): SignInNetwork {
    async function send<Body>(
        method: string,
        url: string,
        options: NetworkRequestOptions = {},
    ): Promise<NetworkResponse<Body>> {
        const { headers = {}, body } = options;
        try {
            const answer = await network.exchange({
                method,
                url,
                headers,
                timeoutMs,
                ...(body !== undefined && { body }),
            });
            if (answer.status === 429 || answer.status >= 500) {
                client.lastFailure = `${new URL(url).host} answered HTTP ${answer.status}`;
            }
            const read = readBody(answer.bytes);
            return {
                status: answer.status,
                headers: answer.headers,
                body: (read.kind === "json" ? read.value : {}) as Body,
            };
        } catch (error) {
            client.lastFailure = error instanceof NetworkFailure ? error.message : undefined;
            throw error;
        }
    }
    const client: SignInNetwork = {
        lastFailure: undefined,
        sendGetRequestAsync: (url, options) => send("GET", url, options),
        sendPostRequestAsync: (url, options) => send("POST", url, options),
    };
    return client;
}
