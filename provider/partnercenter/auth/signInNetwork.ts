import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import { type Body, readBody, readError } from "../http/body";
import { type Network, NetworkFailure } from "../http/network";

const timeoutMs = 60_000;

/** MSAL's way out, which is ours: the same proxy, the same certificates. */
export interface SignInNetwork extends INetworkModule {
    /** Why sign-in could not be reached the last time, in words; MSAL's own errors do not say. */
    lastFailure: string | undefined;
    /** Why sign-in refused the last request; MSAL's polling for a device does not say. */
    lastRefusal: string | undefined;
}

export function signInNetwork(network: Network): SignInNetwork {
    async function send<Content>(
        method: string,
        url: string,
        options: NetworkRequestOptions = {},
    ): Promise<NetworkResponse<Content>> {
        const { headers = {}, body } = options;
        try {
            const answer = await network.exchange({
                method,
                url,
                headers,
                timeoutMs,
                ...(body !== undefined && { body }),
            });
            const isBusy = answer.status === 429 || answer.status >= 500;
            client.lastFailure = isBusy
                ? `${new URL(url).host} answered HTTP ${answer.status}`
                : undefined;
            const read = readBody(answer.bytes);
            client.lastRefusal = refusalIn(answer.status, read);
            return {
                status: answer.status,
                headers: answer.headers,
                body: (read.kind === "json" ? read.value : {}) as Content,
            };
        } catch (error) {
            client.lastFailure = error instanceof NetworkFailure ? error.message : undefined;
            throw error;
        }
    }
    const client: SignInNetwork = {
        lastFailure: undefined,
        lastRefusal: undefined,
        sendGetRequestAsync: (url, options) => send("GET", url, options),
        sendPostRequestAsync: (url, options) => send("POST", url, options),
    };
    return client;
}

function refusalIn(status: number, body: Body): string | undefined {
    return status < 400 ? undefined : readError(body).description;
}
