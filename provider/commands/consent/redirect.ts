import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CredentialError } from "../../partnercenter/errors";
import { UsageError } from "../command";

/** Where the browser comes back to after sign-in: a port of this machine. */
export class RedirectListener {
    readonly #server: Server;

    private constructor(server: Server) {
        this.#server = server;
    }

    /**
     * @param port 0 for a free one.
     * @throws UsageError if the port is in use.
     */
    static async open(port: number): Promise<RedirectListener> {
        const server = createServer();
        await new Promise<void>((resolve, reject) => {
            server.once("error", reject);
            server.listen(port, "127.0.0.1", resolve);
        }).catch((error: NodeJS.ErrnoException) => {
            throw new UsageError(
                `port ${port} cannot be listened on (${error.code}): give another by --port.`,
            );
        });
        return new RedirectListener(server);
    }

    get address(): string {
        return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
    }

    /**
     * What the browser brings. Whoever does not know `state` was not sent by our sign-in, and is not
     * listened to.
     *
     * @throws CredentialError if nobody comes in time.
     */
    async answer(state: string, timeoutSeconds: number): Promise<URLSearchParams> {
        return await new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                reject(nobodySignedIn(timeoutSeconds));
            }, timeoutSeconds * 1000);
            this.#server.on("request", ({ url = "/" }, response) => {
                // Whoever comes may bring an address that is none.
                const brought = new URLSearchParams(url.replace(/^[^?]*/, ""));
                if (brought.get("state") !== state) {
                    say(response, 404, "This is not the sign-in that is waited for.");
                    return;
                }
                clearTimeout(timer);
                say(response, 200, "The command has what it needs. This window can be closed.");
                resolve(brought);
            });
        });
    }

    close(): void {
        this.#server.close();
        this.#server.closeIdleConnections();
    }
}

/** Why no sign-in came. */
export function nobodySignedIn(timeoutSeconds: number): CredentialError {
    return new CredentialError(
        `Nobody signed in within ${timeoutSeconds} seconds. Run the command again, or give more time by --timeout.`,
    );
}

function say(response: ServerResponse, status: number, sentence: string): void {
    response.writeHead(status, { "Content-Type": "text/plain", Connection: "close" });
    response.end(`${sentence}\n`);
}
