import { randomUUID } from "node:crypto";
import { issuedAt, tenantOf } from "./auth/claims";
import type { TokenSource } from "./auth/tokenSource";
import type { CloudName } from "./clouds";
import { ApiError, type CallIds, PartnerCenterError, ThrottledError } from "./errors";
import type { NetworkRequest } from "./http/exchange";
import { type Caller, Governor, type Limits } from "./http/governor";
import type { Network } from "./http/network";
import { retrying } from "./http/retry";
import { type Answer, sendOnce } from "./http/transport";
import {
    howToSignInAsUser,
    type OperationName,
    type OperationRule,
    operations,
    whyMissing,
} from "./operations";
import { camelCased, present } from "./reading";
import { Turns } from "./turns";
import type { CollectionResource, LinkResource } from "./types";

export interface ConnectionOptions extends Limits {
    cloud: CloudName;
    /** Base of every call, without a slash at its end. */
    apiUrl: string;
    tokens: TokenSource;
    network: Network;
    /** Language of the texts that the service answers. */
    locale: string;
    /** For one attempt of one call. */
    requestTimeoutSeconds: number;
    /** For one operation: all attempts of all its calls, and the waits between them, but not for a turn. */
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
    /** Makes something at each attempt: where it is not known whether one was carried out, none follows. */
    isUnrepeatable?: true;
}

/**
 * What all calls of a process share: the token, the kept-alive connections and the limits of the
 * service.
 */
export class Connection {
    readonly #options: ConnectionOptions;
    readonly #governor: Governor;
    /** For writes that the service may mix up where they arrive at the same moment. */
    readonly turns = new Turns();

    constructor(options: ConnectionOptions) {
        this.#options = options;
        this.#governor = new Governor(options);
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
        return new Operation(this, budgetSeconds);
    }

    /** Begins an operation that only asks; many of them may be under way at once. */
    ask(budgetSeconds: number): Operation {
        return new Operation(this, budgetSeconds, true);
    }

    /** Sends a call until it is answered for good, or the operation's time is up. */
    async send(call: Call, operation: Operation): Promise<Answer> {
        this.#requirePossible(call);
        const { correlationId } = operation;
        const ids = { requestId: call.requestId ?? randomUUID(), correlationId };
        return await retrying(
            () => this.#attempt(call, ids, operation),
            operation,
            call.isUnrepeatable,
        );
    }

    async #attempt(call: Call, ids: CallIds, operation: Operation): Promise<Answer> {
        const token = await this.#options.tokens.token();
        try {
            return await this.#exchange(call, ids, operation, token);
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
            return await this.#exchange(call, ids, operation, renewed);
        }
    }

    async #exchange(call: Call, ids: CallIds, caller: Operation, token: string): Promise<Answer> {
        const { network } = this.#options;
        const [, resource = ""] = call.path.split(/[/?]/);
        const tooLong = (waitMs: number) => new ThrottledError(call.operation, waitMs, ids);
        return await this.#governor.send({ resource, caller, tooLong }, () =>
            sendOnce(call.operation, this.#requestOf(call, ids, caller, token), ids, network),
        );
    }

    #requestOf(call: Call, ids: CallIds, { leftMs }: Operation, token: string): NetworkRequest {
        const { apiUrl, locale, application, requestTimeoutSeconds } = this.#options;
        return {
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
            // An operation whose time is up still gets its one attempt.
            timeoutMs: Math.min(
                requestTimeoutSeconds * 1000,
                leftMs > 0 ? leftMs : Number.POSITIVE_INFINITY,
            ),
            ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        };
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
}

/** The calls that belong together: one lifecycle method, or one look-up. */
export class Operation implements Caller {
    readonly correlationId = randomUUID();
    #deadline: number;
    #hasBegun = false;

    constructor(
        readonly connection: Connection,
        budgetSeconds: number,
        readonly isQuestion = false,
    ) {
        this.#deadline = Date.now() + budgetSeconds * 1000;
    }

    /**
     * When to stop, in milliseconds since the epoch. It moves on while a call waits for its turn: that others
     * come first is no reason to fail.
     */
    get deadline(): number {
        return this.#deadline;
    }

    get leftMs(): number {
        return this.#deadline - Date.now();
    }

    get hasBegun(): boolean {
        return this.#hasBegun;
    }

    takeTurn(waitedMs: number): void {
        this.#hasBegun = true;
        this.#deadline += waitedMs;
    }

    /** The answer's body as JSON; `undefined` where it is empty. */
    async call(call: Call): Promise<unknown> {
        return (await this.start(call)).answer;
    }

    /** The answer, and where the work can be looked at that goes on after it. */
    async start(call: Call): Promise<{ answer: unknown; location?: string }> {
        const { body, ...rest } = await this.connection.send(call, this);
        return { answer: body.kind === "json" ? body.value : undefined, ...rest };
    }

    /** All items of a list, page by page. */
    async list<Item>(first: Call): Promise<Item[]> {
        return await this.#itemsFrom<Item>(await this.call(first), first);
    }

    /** Whatever a call answers: of a list all items, page by page, else the answer itself. */
    async read(call: Call): Promise<unknown> {
        const answer = await this.call(call);
        const inCamelCase = camelCased(answer) as CollectionResource<unknown> | undefined;
        return Array.isArray(inCamelCase?.items)
            ? await this.#itemsFrom(answer, call)
            : inCamelCase;
    }

    async #itemsFrom<Item>(firstAnswer: unknown, call: Call): Promise<Item[]> {
        const found: Item[] = [];
        let answer = firstAnswer;
        for (;;) {
            const body = present(answer, call.operation, "a list");
            const page = camelCased(body) as CollectionResource<Item>;
            found.push(...(page.items ?? []));
            const next = nextOf(page, call.path);
            if (next === undefined) {
                return found;
            }
            // The next page wants the address of the link and its headers.
            answer = await this.call({
                ...call,
                path: next.uri.replace(/^\/?(v1\/)?/, "/"),
                headers: Object.fromEntries(
                    (next.headers ?? []).map(({ key, value }) => [key, value]),
                ),
            });
        }
    }
}

/** Most lists link to their next page; that of devices names a token, which stands for the same. */
function nextOf(
    { links, continuationToken }: CollectionResource<unknown>,
    path: string,
): LinkResource | undefined {
    const [listPath] = path.split("?");
    return continuationToken
        ? {
              uri: `${listPath}?seekOperation=Next`,
              headers: [{ key: "MS-ContinuationToken", value: continuationToken }],
          }
        : links?.next;
}
