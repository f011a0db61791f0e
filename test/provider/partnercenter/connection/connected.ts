import { after, before, beforeEach, mock } from "node:test";
import type { AccessToken, Credential } from "../../../../provider/partnercenter/auth/credential";
import { TokenSource } from "../../../../provider/partnercenter/auth/tokenSource";
import { Connection, type ConnectionOptions } from "../../../../provider/partnercenter/connection";
import { Network } from "../../../../provider/partnercenter/http/network";
import { type ScriptedServer, startScriptedServer } from "../scriptedServer";
import { trustedCertificate } from "../trust";

export const get = {
    name: "getCustomer",
    operation: "test",
    method: "GET",
    path: "/customers/1",
} as const;

export const post = {
    name: "createCustomer",
    operation: "test",
    method: "POST",
    path: "/customers",
    body: { a: 1 },
} as const;

/** What the tests of a file connect to, from their beginning on. */
export let server: ScriptedServer;

/** Starts the server before the tests of a file, and ends it after them. */
export function useServer(): void {
    before(async () => {
        server = await startScriptedServer(await trustedCertificate());
        // The waits between attempts are a random share of a time: here of length nothing.
        mock.method(Math, "random", () => 0);
    });

    beforeEach(() => {
        server.answer({ body: { id: "1" } });
    });

    after(async () => {
        mock.restoreAll();
        await server.close();
    });
}

/** A connection to the server, whose tokens are t1, t2 … unless they come from elsewhere. */
export function connected(
    options: Partial<ConnectionOptions> = {},
    getToken?: () => Promise<AccessToken>,
    { identity }: Pick<Credential, "identity"> = { identity: "application" },
) {
    let count = 0;
    const tokens = new TokenSource({
        name: "test",
        identity,
        getToken: async () => {
            count += 1;
            return await (getToken?.() ?? {
                token: `t${count}`,
                expiresAt: Date.now() + 3_600_000,
            });
        },
    });
    const connection = new Connection({
        cloud: "global",
        apiUrl: server.url,
        tokens,
        network: new Network(),
        locale: "de-DE",
        requestTimeoutSeconds: 10,
        retryBudgetSeconds: 30,
        maxConcurrency: 16,
        maxRequestsPerMinute: 500,
        application: "tests/1",
        ...options,
    });
    return { connection, asked: () => count };
}

export function missing(): never {
    throw new Error("The request did not arrive.");
}
