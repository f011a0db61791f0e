const minuteMs = 60_000;

/** A part of the limit, lent to an operation on a stack. */
export interface Share {
    perMinute: number;
    /** When it can be lent again, in milliseconds since 1970; absent while the stack runs. */
    freeAt?: number;
}

/** How a limit is shared. */
export interface SharedLimitOptions {
    /** Requests in a minute, of all stacks together. */
    perMinute: number;
    /** Shares of a run before this one. @defaultValue none */
    shares?: readonly Share[];
    /** Ends all waiting. */
    signal: AbortSignal;
    /** @defaultValue Date.now */
    now?: () => number;
}

/**
 * One limit of requests for stacks that cannot speak with each other. Each operation has a provider
 * process of its own, which may send its whole share at once, and again in each minute. So a share that
 * was given back is lent again a minute later: in any minute, the shares of all that have sent something
 * make up the limit at most. Little is lost by that, because the next one starts with a whole share.
 */
export class SharedLimit {
    readonly #perMinute: number;
    readonly #now: () => number;
    #shares: Share[];
    readonly #signal: AbortSignal;
    #waiting: (() => void)[] = [];
    #timer: NodeJS.Timeout | undefined;

    constructor({ perMinute, shares = [], signal, now = Date.now }: SharedLimitOptions) {
        this.#perMinute = perMinute;
        this.#shares = [...shares];
        this.#now = now;
        this.#signal = signal;
        signal.addEventListener("abort", () => this.#wake());
    }

    /**
     * Lends a share as soon as `least` is free: of all that is free by then, `most` at most. Nothing where
     * the waiting was ended.
     */
    async take(least: number, most: number): Promise<Share | undefined> {
        while (this.free < least && !this.#signal.aborted) {
            await this.#change();
        }
        if (this.#signal.aborted) {
            return undefined;
        }
        const share = { perMinute: Math.min(most, this.free) };
        this.#shares.push(share);
        return share;
    }

    /** Takes a share back; one that nothing was sent with can be lent at once. */
    giveBack(share: Share, { wasUsed }: { wasUsed: boolean }): void {
        share.freeAt = this.#now() + (wasUsed ? minuteMs : 0);
        this.#wake();
    }

    /** What can be lent now. */
    get free(): number {
        const now = this.#now();
        this.#shares = this.#shares.filter(({ freeAt = Number.POSITIVE_INFINITY }) => freeAt > now);
        return this.#shares.reduce((rest, { perMinute }) => rest - perMinute, this.#perMinute);
    }

    /** Resolves when more may be free than now. */
    #change(): Promise<void> {
        const [next] = this.#shares.flatMap(({ freeAt }) => freeAt ?? []).sort((a, b) => a - b);
        if (next !== undefined) {
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.#wake(), Math.max(0, next - this.#now()));
        }
        return new Promise((resolve) => {
            this.#waiting.push(resolve);
        });
    }

    #wake(): void {
        clearTimeout(this.#timer);
        for (const resolve of this.#waiting.splice(0)) {
            resolve();
        }
    }
}
