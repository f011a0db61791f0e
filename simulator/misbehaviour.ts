/** Which requests an instruction is about. Without any member: the next request whatever it is. */
export interface RequestPattern {
    /** `GET`, `POST` ... */
    method?: string;
    /** The path, without query; a text is the source of a regular expression, found anywhere. */
    path?: string | RegExp;
    /**
     * The first request to misbehave on, counted among those that match from now on.
     * @defaultValue 1
     */
    nth?: number;
}

/** What goes wrong. Members combine: a delayed 503, a cut after a delay, half a body in UTF-16. */
export interface Misbehaviour {
    /**
     * Cuts the connection: `before` the work, of which nothing is done, or `after` it, so that the
     * work is done and its answer lost.
     */
    cut?: "before" | "after";
    /** Waits this long, in milliseconds, after the work and before the answer. */
    delayMs?: number;
    /** Answers with this status. The work is not done, unless `afterWork` says so. */
    status?: number;
    /** With `status`: whether the work is done all the same. @defaultValue false */
    afterWork?: boolean;
    /** With `status`: the `Retry-After` header, in seconds or as an HTTP date. */
    retryAfter?: string;
    /** With `status`: further headers. */
    headers?: Record<string, string>;
    /**
     * With `status`: the body, as JSON unless it is a text. Without: what becomes of the true
     * answer, of which `half` is sent before the connection is cut, or in the place of which stands
     * a page of `html`, or which is `empty`.
     */
    body?: unknown;
    /** Sends the body with a byte order mark, or in UTF-16LE with one. */
    encoding?: "bom" | "utf16le";
}

/** An instruction to misbehave. */
export interface MisbehaviourRule extends Misbehaviour {
    on: RequestPattern;
    /** On how many requests, from the `nth` on. @defaultValue 1 */
    times?: number;
}

const members: Record<keyof MisbehaviourRule, true> = {
    on: true,
    times: true,
    cut: true,
    delayMs: true,
    status: true,
    afterWork: true,
    retryAfter: true,
    headers: true,
    body: true,
    encoding: true,
};

const patternMembers: Record<keyof RequestPattern, true> = { method: true, path: true, nth: true };

interface PendingRule {
    rule: MisbehaviourRule;
    matched: number;
    used: number;
}

/** The instructions that are not used up. */
export class Misbehaviours {
    #pending: PendingRule[] = [];

    /** @throws Error where the rule could never do what it seems to say. */
    add(rule: MisbehaviourRule): void {
        const unknown = [
            ...Object.keys(rule).filter((name) => !Object.hasOwn(members, name)),
            ...Object.keys(rule.on ?? {}).filter((name) => !Object.hasOwn(patternMembers, name)),
        ];
        if (unknown.length > 0) throw new Error(`There is no misbehaviour ${unknown.join(", ")}.`);
        if (rule.on === undefined) throw new Error("A misbehaviour needs `on`: which requests?");
        new RegExp(rule.on.path ?? "");
        this.#pending.push({ rule, matched: 0, used: 0 });
    }

    get pending(): readonly MisbehaviourRule[] {
        return this.#pending.map(({ rule }) => rule);
    }

    forget(): void {
        this.#pending = [];
    }

    /** What to do wrong on this request. Of several rules that are due the oldest one is used. */
    take(method: string, path: string): Misbehaviour | undefined {
        const matching = this.#pending.filter(({ rule }) => matches(rule.on, method, path));
        for (const pending of matching) pending.matched += 1;
        const due = matching.find(({ rule, matched }) => matched >= (rule.on.nth ?? 1));
        if (due === undefined) return undefined;
        due.used += 1;
        this.#pending = this.#pending.filter(({ rule, used }) => used < (rule.times ?? 1));
        return behaviourOf(due.rule);
    }
}

function matches(on: RequestPattern, method: string, path: string): boolean {
    const isMethod = on.method === undefined || on.method.toUpperCase() === method;
    return isMethod && (on.path === undefined || new RegExp(on.path).test(path));
}

function behaviourOf(rule: MisbehaviourRule): Misbehaviour {
    const { on: _, times: __, ...behaviour } = rule;
    return behaviour;
}
