import { randomUUID } from "node:crypto";
import { issuedAt, tenantOf } from "./auth/claims";
import type { TokenSource } from "./auth/tokenSource";
import type { Call } from "./call";
import type { CloudName } from "./clouds";
import { ApiError, type CallIds, PartnerCenterError, ThrottledError } from "./errors";
import type { NetworkRequest } from "./http/exchange";
import { type Caller, Governor, type Limits } from "./http/governor";
import type { Network } from "./http/network";
import { retrying } from "./http/retry";
import { type Answer, sendOnce } from "./http/transport";
import { howToSignInAsUser, type OperationName, operations, whyMissing } from "./operations";
import { everyItem } from "./paging";
import { camelCased, identified, present } from "./reading";
import { Turns } from "./turns";
import type { CollectionResource } from "./types";

/** Time in which a service that can be reached answers at least that it cannot answer. */
const shortestAttemptMs = 1_000;

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
        const { tokens } = this.#options;
        const sent = { token: await tokens.token() };
        try {
            return await this.#exchange(call, ids, operation, sent);
        } catch (error) {
            if (!(error instanceof ApiError) || error.status !== 401) {
                throw error;
            }
            // The token may have been revoked or have expired on the way: once more with a new one.
            tokens.drop(sent.token);
            if ((await tokens.token()) === sent.token) {
                throw error;
            }
            return await this.#exchange(call, ids, operation, sent);
        }
    }

    /** @param sent Is told the token that was sent. */
    async #exchange(
        call: Call,
        ids: CallIds,
        caller: Operation,
        sent: { token: string },
    ): Promise<Answer> {
        const { network, tokens } = this.#options;
        const [, resource = ""] = call.path.split(/[/?]/);
        const tooLong = (waitMs: number) => new ThrottledError(call.operation, waitMs, ids);
        return await this.#governor.send({ resource, caller, tooLong }, async () => {
            // It may have waited for its turn for longer than a token lives.
            sent.token = await tokens.token();
            const request = this.#requestOf(call, ids, caller, sent.token);
            return await sendOnce(call.operation, request, ids, network);
        });
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
            // An operation whose time is up still gets its one attempt, and what is left of it cuts off no
            // answer that is on its way.
            timeoutMs: Math.min(
                requestTimeoutSeconds * 1000,
                leftMs > 0 ? Math.max(leftMs, shortestAttemptMs) : Number.POSITIVE_INFINITY,
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
        const { needs } = operations[name];
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
    #lastTurn = Number.NEGATIVE_INFINITY;

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
        // Calls that wait at the same time wait once.
        const now = Date.now();
        this.#deadline += Math.min(waitedMs, now - this.#lastTurn);
        this.#lastTurn = now;
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

    /** The answer with camelCase members; an empty one is an error. */
    async present<Answer extends object>(what: string, call: Call): Promise<Answer> {
        return camelCased(present(await this.call(call), call.operation, what)) as Answer;
    }

    /** The resource that a call answers, which is none without an id. */
    async identified<Resource extends { id: string }>(kind: string, call: Call): Promise<Resource> {
        return identified<Resource>(await this.call(call), call.operation, kind);
    }

    /** All items of a list, page by page. */
    async list<Item>(first: Call): Promise<Item[]> {
        return await everyItem(await this.call(first), first, (next) => this.call(next));
    }

    /** Whatever a call answers: of a list all items, page by page, else the answer itself. */
    async read(call: Call): Promise<unknown> {
        const answer = await this.call(call);
        const inCamelCase = camelCased(answer) as CollectionResource<unknown> | undefined;
        return Array.isArray(inCamelCase?.items)
            ? await everyItem(answer, call, (next) => this.call(next))
            : inCamelCase;
    }
}
