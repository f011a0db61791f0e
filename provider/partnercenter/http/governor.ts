import { ApiError } from "../errors";
import { Quota } from "./quota";

/** What a partner's calls may take of the service. */
export interface Limits {
    /** Calls under way at once. */
    maxConcurrency: number;
    /** To one resource of the service: the customers, the domains and so on; 0 for no limit. */
    maxRequestsPerMinute: number;
}

/**
 * Questions under way at once. They change nothing, and a preview waits for all of them: so many that they
 * cost little more than one.
 */
export const maxQuestions = 256;

/** Whose request it is: the operation that it belongs to. */
export interface Caller {
    /** Whether it only asks, and has its own bound of requests under way. */
    readonly isQuestion: boolean;
    /** Whether a request of it was sent already. */
    readonly hasBegun: boolean;
    /** Milliseconds that it may still take. */
    readonly leftMs: number;
    /** Tells it that it has waited for its turn, and is to begin. */
    takeTurn(waitedMs: number): void;
}

export interface Request {
    /** What the service counts for itself. */
    resource: string;
    caller: Caller;
    /** The failure of a request that would have to wait for longer than its operation may take. */
    tooLong(waitMs: number): Error;
}

interface Waiting extends Request {
    since: number;
    start(now: number): void;
    refuse(error: Error): void;
}

/**
 * Lets the requests of a partner go, one place for all of them: so many at once, so many in a minute, none
 * while the service wants a pause. First come, first served, but what was begun is ended first: else a run
 * that dies would leave many customers half-way.
 */
export class Governor {
    readonly #limits: Limits;
    readonly #now: () => number;
    readonly #quotas = new Map<string, Quota>();
    #waiting: Waiting[] = [];
    #callsUnderWay = 0;
    #questionsUnderWay = 0;
    #pausedUntil = Number.NEGATIVE_INFINITY;
    #timer: NodeJS.Timeout | undefined;

    constructor(limits: Limits, now: () => number = () => performance.now()) {
        this.#limits = limits;
        this.#now = now;
    }

    /** Sends a request when it is its turn: each attempt is one. */
    async send<Answer>(request: Request, attempt: () => Promise<Answer>): Promise<Answer> {
        const sentAt = await this.#turnOf(request);
        try {
            return await attempt();
        } catch (error) {
            this.#learnFrom(error, request, sentAt);
            throw error;
        } finally {
            this.#count(request, -1);
            this.#quotaOf(request).giveBack(this.#now());
            this.#letGo();
        }
    }

    #turnOf(request: Request): Promise<number> {
        return new Promise((start, refuse) => {
            const waiting = { ...request, since: this.#now(), start, refuse };
            const place = request.caller.hasBegun
                ? this.#waiting.findIndex(({ caller }) => !caller.hasBegun)
                : -1;
            this.#waiting.splice(place === -1 ? this.#waiting.length : place, 0, waiting);
            this.#letGo();
        });
    }

    /** Starts what may start, and looks again when the next one may. */
    #letGo(): void {
        clearTimeout(this.#timer);
        const now = this.#now();
        let next = Number.POSITIVE_INFINITY;
        this.#waiting = this.#waiting.filter((waiting) => {
            const pauseMs = this.#pausedUntil - now;
            // While it waits, its time stands still; who has none left may still try once, but not wait.
            const leftMs = waiting.caller.leftMs + (now - waiting.since);
            if (pauseMs > Math.max(0, leftMs)) {
                waiting.refuse(waiting.tooLong(pauseMs));
                return false;
            }
            const at = this.#startOf(waiting, now);
            if (at > now) {
                next = Math.min(next, at);
                return true;
            }
            this.#start(waiting, now);
            return false;
        });
        if (next < Number.POSITIVE_INFINITY) {
            this.#timer = setTimeout(() => this.#letGo(), Math.ceil(next - now));
        }
    }

    /** When a request may start; `Infinity` if not before another one is answered. */
    #startOf(request: Request, now: number): number {
        const isFull = request.caller.isQuestion
            ? this.#questionsUnderWay >= maxQuestions
            : this.#callsUnderWay >= this.#limits.maxConcurrency;
        return isFull
            ? Number.POSITIVE_INFINITY
            : Math.max(this.#pausedUntil, this.#quotaOf(request).freeAt(now));
    }

    #start(waiting: Waiting, now: number): void {
        this.#count(waiting, 1);
        this.#quotaOf(waiting).take();
        waiting.caller.takeTurn(now - waiting.since);
        waiting.start(now);
    }

    #count({ caller }: Request, change: number): void {
        if (caller.isQuestion) {
            this.#questionsUnderWay += change;
        } else {
            this.#callsUnderWay += change;
        }
    }

    #quotaOf({ resource }: Request): Quota {
        const { maxRequestsPerMinute } = this.#limits;
        const quota =
            this.#quotas.get(resource) ??
            new Quota(maxRequestsPerMinute === 0 ? Number.POSITIVE_INFINITY : maxRequestsPerMinute);
        this.#quotas.set(resource, quota);
        return quota;
    }

    /** The quota is the partner's, not the call's: when one call is throttled, all wait. */
    #learnFrom(error: unknown, request: Request, sentAt: number): void {
        if (error instanceof ApiError && error.status === 429) {
            const now = this.#now();
            this.#pausedUntil = Math.max(this.#pausedUntil, now + (error.retryAfterMs ?? 0));
            this.#quotaOf(request).exceed(sentAt, now);
        }
    }
}
