import type { Lifecycle } from "../lifecycle/lifecycle";

/**
 * The resources of which a program has told, and about which the engine has not asked yet. Those that exist
 * need no questions: which ones these are, only the engine knows.
 */
export class Anticipation<Inputs extends object> {
    readonly #askedAbout: Lifecycle<Inputs, never>["askedAbout"];
    readonly #expected = new Map<string, Inputs>();
    readonly #heard = new Set<string>();
    #newInSuccession = 0;
    #allNew = true;

    constructor({ askedAbout }: Pick<Lifecycle<Inputs, never>, "askedAbout">) {
        this.#askedAbout = askedAbout;
    }

    /** Takes note of a resource that the engine asks about, and of what it tells of others. */
    note(isNew: boolean, inputs: Inputs, told: unknown): void {
        if (typeof told === "string" && !this.#heard.has(told)) {
            this.#heard.add(told);
            for (const other of JSON.parse(told) as Inputs[]) {
                this.#expected.set(JSON.stringify(other), other);
            }
        }
        this.#expected.delete(JSON.stringify(this.#askedAbout?.(inputs)));
        this.#allNew &&= isNew;
        this.#newInSuccession = isNew ? this.#newInSuccession + 1 : 0;
    }

    /**
     * The ones worth a question now. As long as no resource exists, that is all of them; later as many as
     * were new in succession, so that few questions are asked in vain.
     */
    take(): Inputs[] {
        const count = this.#allNew ? this.#expected.size : this.#newInSuccession;
        const next = [...this.#expected].slice(0, count);
        for (const [key] of next) {
            this.#expected.delete(key);
        }
        return next.map(([, inputs]) => inputs);
    }
}
