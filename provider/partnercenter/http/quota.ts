const minuteMs = 60_000;

/** The part of the setting that a quota never falls below, and half of which it regains in a minute. */
const smallestShare = 0.1;

/**
 * How many requests of one kind the service takes in any minute. When it counts a request is not known,
 * only that it is between sending and answer: so a request has its place from when it is sent until a
 * minute after its answer, and no minute of the service's holds more than there are places.
 */
export class Quota {
    readonly #most: number;
    #underWay = 0;
    /** When the latest requests were answered, the oldest first. */
    #answered: number[] = [];
    /** When the service last said that it was too much, and the limit from then on. */
    #exceeded: { at: number; limit: number } | undefined;

    /** @param most Requests in a minute; `Infinity` for no limit. */
    constructor(most: number) {
        this.#most = most;
    }

    /** When there is a place; `Infinity` if not before one of the requests under way is answered. */
    freeAt(now: number): number {
        this.#answered = this.#answered.filter((at) => at > now - minuteMs);
        const tooMany = this.#answered.length + this.#underWay - this.#limit(now);
        return tooMany < 0 ? now : (this.#answered[tooMany] ?? Number.POSITIVE_INFINITY) + minuteMs;
    }

    take(): void {
        this.#underWay += 1;
    }

    giveBack(now: number): void {
        this.#underWay -= 1;
        this.#answered.push(now);
    }

    /**
     * The service says that it was too much: others use the quota too. What it has let pass in the last
     * minute is the limit from now on, and rises again while it does not say so.
     *
     * @param sentAt When the refused request was sent: those of one moment are refused together.
     */
    exceed(sentAt: number, now: number): void {
        if (sentAt >= (this.#exceeded?.at ?? sentAt) && this.#most !== Number.POSITIVE_INFINITY) {
            const least = Math.ceil(this.#most * smallestShare);
            this.#exceeded = { at: now, limit: Math.max(this.#answered.length, least) };
        }
    }

    #limit(now: number): number {
        if (this.#exceeded === undefined) {
            return this.#most;
        }
        const minutes = (now - this.#exceeded.at) / minuteMs;
        const regained = Math.floor((minutes * this.#most * smallestShare) / 2);
        return Math.min(this.#most, this.#exceeded.limit + regained);
    }
}
