import { Agent } from "node:https";
import type { RequestInit } from "node-fetch";
import { logExchange } from "./debug";
import type { NetworkAnswer, NetworkRequest } from "./exchange";

/** No complete answer came. */
export class NetworkFailure extends Error {
    override readonly name = "NetworkFailure";
}

/**
 * The way out of this process, with connections that are kept alive. Honours `HTTPS_PROXY` and
 * `NO_PROXY`; certificates that Node is told to trust (`NODE_EXTRA_CA_CERTS`) are trusted.
 */
export class Network {
    readonly #agents = new Map<string, Promise<Agent>>();

    /** @throws NetworkFailure if the connection failed, or no complete answer came in time. */
    async exchange(request: NetworkRequest): Promise<NetworkAnswer> {
        const startedAt = Date.now();
        const log = (answer: NetworkAnswer | string) =>
            logExchange(request, answer, Date.now() - startedAt);
        try {
            const answer = await this.#exchange(request);
            log(answer);
            return answer;
        } catch (error) {
            log(error instanceof NetworkFailure ? error.message : "nothing");
            throw error;
        }
    }

    async #exchange(request: NetworkRequest): Promise<NetworkAnswer> {
        // Loaded with the first call, and not by import(), which takes longer.
        const { default: fetch }: typeof import("node-fetch") = require("node-fetch");
        const timeout = AbortSignal.timeout(Math.ceil(request.timeoutMs));
        try {
            const response = await fetch(request.url, {
                method: request.method,
                headers: request.headers,
                // Nothing that we ask answers with a redirect, and a token must not follow one.
                redirect: "error",
                agent: await this.#agentFor(request.url),
                signal: timeout as NonNullable<RequestInit["signal"]>,
                ...(request.body !== undefined && { body: request.body }),
            });
            return {
                status: response.status,
                headers: Object.fromEntries(response.headers),
                bytes: new Uint8Array(await response.arrayBuffer()),
            };
        } catch (error) {
            const { host } = new URL(request.url);
            throw new NetworkFailure(
                timeout.aborted
                    ? `${host} did not answer within ${Math.round(request.timeoutMs / 100) / 10} seconds (settings requestTimeoutSeconds and retryBudgetSeconds)`
                    : `the connection to ${host} failed (${reasonOf(error)})`,
                { cause: error },
            );
        }
    }

    async #agentFor(url: string): Promise<Agent> {
        const proxy = await proxyFor(url);
        const known = this.#agents.get(proxy) ?? createAgent(proxy);
        this.#agents.set(proxy, known);
        return await known;
    }
}

/** The proxy for an address; empty where there is none. Most have none: the library is left out then. */
async function proxyFor(url: string): Promise<string> {
    const names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    if (!names.some((name) => process.env[name])) {
        return "";
    }
    const { getProxyForUrl } = await import("proxy-from-env");
    return getProxyForUrl(url);
}

async function createAgent(proxy: string): Promise<Agent> {
    if (proxy === "") {
        return new Agent({ keepAlive: true });
    }
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    return new HttpsProxyAgent(proxy, { keepAlive: true }) as unknown as Agent;
}

function reasonOf(error: unknown): string {
    const code = (error as { code?: unknown }).code;
    return typeof code === "string" ? code : String((error as Error).message);
}
