import type { Credential } from "./credential";

/** A token is renewed this long before its end, because clocks differ and calls take time. */
const marginMs = 120_000;

/**
 * One token for all calls of a process: callers who come while it is being fetched wait for the same
 * request, and a failed request is forgotten, so that the next caller tries again.
 */
export class TokenSource {
    readonly credential: Credential;
    readonly #now: () => number;
    #held: { token: string; renewAt: number } | undefined;
    #pending: Promise<string> | undefined;

    constructor(credential: Credential, now: () => number = Date.now) {
        this.credential = credential;
        this.#now = now;
    }

    async token(): Promise<string> {
        if (this.#held !== undefined && this.#now() < this.#held.renewAt) {
            return this.#held.token;
        }
        this.#pending ??= this.#fetch().finally(() => {
            this.#pending = undefined;
        });
        return await this.#pending;
    }

    /** Forgets a token that the service refused, unless another caller has renewed it already. */
    drop(refused: string): void {
        if (this.#held?.token === refused) {
            this.#held = undefined;
        }
    }

    async #fetch(): Promise<string> {
        const fetchedAt = this.#now();
        const { token, expiresAt } = await this.credential.getToken();
        // A token that lives shorter than the margin is used for half its life.
        const renewAt = Math.max(expiresAt - marginMs, (fetchedAt + expiresAt) / 2);
        this.#held = { token, renewAt };
        return token;
    }
}
