import { setTimeout as sleep } from "node:timers/promises";
import { v4, v7 } from "uuid";
import { issuedAt, tenantOf } from "./auth/claims";
import type { TokenSource } from "./auth/tokenSource";
import type { CloudName } from "./clouds";
import { ApiError, type CallIds, PartnerCenterError, ThrottledError } from "./errors";
import type { Body } from "./http/body";
import type { Network, NetworkRequest } from "./http/network";
import { retrying } from "./http/retry";
import { sendOnce } from "./http/transport";
import {
    howToSignInAsUser,
    type OperationName,
    type OperationRule,
    operations,
    whyMissing,
} from "./operations";
import { camelCased } from "./reading";
import type { CollectionResource, LinkResource } from "./types";

export interface ConnectionOptions {
    cloud: CloudName;
    /** Base of every call, without a slash at its end. */
    apiUrl: string;
    tokens: TokenSource;
    network: Network;
    /** Language of the texts that the service answers. */
    locale: string;
    /** For one attempt of one call. */
    requestTimeoutSeconds: number;
    /** For one operation: all attempts of all its calls, and the waits between them. */
    retryBudgetSeconds: number;
    /** Name and version of the caller, as the service sees it. */
    application: string;
}

/** A call as an operation of the client states it. */
export interface Call {
    name: OperationName;
    /** What stands after "Could not": `read the customer 1234…`. */
    operation: string;
    method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
    /** Below `/v1`, with a slash in front. */
    path: string;
    body?: unknown;
    headers?: Record<string, string>;
    /** The idempotency key, where the caller has one to repeat; else each call gets its own. */
    requestId?: string;
}

/**
 * What all calls of a process share: the token, the kept-alive connections and the pause that the
 * service asked for.
 */
export class Connection {
    readonly #options: ConnectionOptions;
    #pausedUntil = 0;

    constructor(options: ConnectionOptions) {
        this.#options = options;
    }

    /** The partner tenant that the token speaks for. */
    async partnerTenantId(): Promise<string | undefined> {
        return tenantOf(await this.#options.tokens.token());
    }

    /** When the token was issued, by Microsoft's clock. */
    async signedInAt(): Promise<number | undefined> {
        return issuedAt(await this.#options.tokens.token());
    }

    /** Begins an operation: one correlation id and one time budget for all its calls. */
    begin(budgetSeconds = this.#options.retryBudgetSeconds): Operation {
        return new Operation(this, Date.now() + budgetSeconds * 1000);
    }

    /** Sends a call until it is answered for good, or `deadline` is near. */
    async send(call: Call, correlationId: string, deadline: number): Promise<Body> {
        this.#requirePossible(call);
        const ids = { requestId: call.requestId ?? v7(), correlationId };
        return await retrying(() => this.#attempt(call, ids, deadline), deadline);
    }

    async #attempt(call: Call, ids: CallIds, deadline: number): Promise<Body> {
        await this.#pause(call, ids, deadline);
        const token = await this.#options.tokens.token();
        try {
            return await this.#exchange(call, ids, deadline, token);
        } catch (error) {
            if (!(error instanceof ApiError) || error.status !== 401) {
                throw error;
            }
            // The token may have been revoked or have expired on the way: once more with a new one.
            this.#options.tokens.drop(token);
            const renewed = await this.#options.tokens.token();
            if (renewed === token) {
                throw error;
            }
            return await this.#exchange(call, ids, deadline, renewed);
        }
    }

    async #exchange(call: Call, ids: CallIds, deadline: number, token: string): Promise<Body> {
        const { apiUrl, locale, application, requestTimeoutSeconds, network } = this.#options;
        const request: NetworkRequest = {
            method: call.method,
            url: `${apiUrl}/v1${call.path}`,
            headers: {
                Accept: "application/json",
                Authorization: `Bearer ${token}`,
                "MS-RequestId": ids.requestId,
                "MS-CorrelationId": ids.correlationId,
                "MS-PartnerCenter-Application": application,
                "User-Agent": application,
                "X-Locale": locale,
                ...(call.body !== undefined && { "Content-Type": "application/json" }),
                ...call.headers,
            },
            timeoutMs: Math.min(requestTimeoutSeconds * 1000, timeLeft(deadline)),
            ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        };
        try {
            return await sendOnce(call.operation, request, ids, network);
        } catch (error) {
            this.#learnFrom(error);
            throw error;
        }
    }

    /** What this cloud lacks, or this sign-in may not do, is not sent: the service's refusal would say less. */
    #requirePossible({ name, operation }: Call): void {
        const obstacle = this.obstacleTo(name);
        if (obstacle !== undefined) {
            throw new PartnerCenterError(`Could not ${operation}: ${obstacle}`);
        }
    }

    /** Why a call cannot be made with these settings, whatever it is about. */
    obstacleTo(name: OperationName): string | undefined {
        const { cloud, tokens } = this.#options;
        const { needs }: OperationRule = operations[name];
        const { credential } = tokens;
        return needs === "applicationAndUser" && credential.identity === "application"
            ? `this call needs sign-in as application and user, and ${credential.name} signs in the application alone. ${howToSignInAsUser}`
            : whyMissing(cloud, name);
    }

    /** The quota is the partner's, not the call's: when one call is throttled, all wait. */
    #learnFrom(error: unknown): void {
        if (error instanceof ApiError && error.status === 429) {
            this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + (error.retryAfterMs ?? 0));
        }
    }

    async #pause(call: Call, ids: CallIds, deadline: number): Promise<void> {
        while (this.#pausedUntil > Date.now()) {
            if (this.#pausedUntil > deadline) {
                throw new ThrottledError(call.operation, this.#pausedUntil - Date.now(), ids);
            }
            await sleep(this.#pausedUntil - Date.now());
        }
    }
}

/** The time of an operation that is left, in milliseconds. One whose time is up still gets its one attempt. */
function timeLeft(deadline: number): number {
    const left = deadline - Date.now();
    return left > 0 ? left : Number.POSITIVE_INFINITY;
}

/** The calls that belong together: one lifecycle method, or one look-up. */
export class Operation {
    readonly correlationId = v4();

    constructor(
        readonly connection: Connection,
        /** When to stop, in milliseconds since the epoch. */
        readonly deadline: number,
    ) {}

    /** The answer's body as JSON; `undefined` where it is empty. */
    async call(call: Call): Promise<unknown> {
        const body = await this.connection.send(call, this.correlationId, this.deadline);
        return body.kind === "json" ? body.value : undefined;
    }

    /** All items of a list, page by page. */
    async list<Item>(first: Call): Promise<Item[]> {
        const found: Item[] = [];
        let call: Call | undefined = first;
        while (call !== undefined) {
            const page = camelCased(await this.call(call)) as CollectionResource<Item>;
            found.push(...(page.items ?? []));
            const next: LinkResource | undefined = page.links?.next;
            // The next page wants the address of the link and its headers.
            call = next && {
                ...first,
                path: next.uri.replace(/^\/?(v1\/)?/, "/"),
                headers: Object.fromEntries(
                    (next.headers ?? []).map(({ key, value }) => [key, value]),
                ),
            };
        }
        return found;
    }
}
