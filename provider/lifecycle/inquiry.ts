import type { PartnerCenter } from "../partnercenter/client";
import { ApiError, messageOf, PartnerCenterError } from "../partnercenter/errors";

/**
 * Questions to the service before anything is changed. Each is asked once in a process, however many
 * resources want to know. None of them is worth a failure: where there is no answer there is one
 * warning, and where there will be none either, nothing more is asked.
 */
export class Inquiry {
    readonly #client: () => PartnerCenter;
    readonly #answers = new Map<string, Promise<unknown>>();
    readonly #givenUp = new Set<string>();
    #warnings: string[] = [];

    constructor(client: () => PartnerCenter) {
        this.#client = client;
    }

    /**
     * The answer to a question; `undefined` where there is none.
     *
     * @param kind What is asked, without whom it is about.
     * @param subject Whom it is about: the same subject gets the same answer.
     */
    async ask<Answer>(
        kind: string,
        subject: string,
        question: (client: PartnerCenter) => Promise<Answer>,
    ): Promise<Answer | undefined> {
        const key = `${kind} ${subject}`;
        const asked = this.#answers.get(key) ?? this.#asking(kind, question);
        this.#answers.set(key, asked);
        return (await asked) as Answer | undefined;
    }

    /** What could not be asked since the last time. */
    takeWarnings(): string[] {
        const warnings = this.#warnings;
        this.#warnings = [];
        return warnings;
    }

    async #asking(
        kind: string,
        question: (client: PartnerCenter) => Promise<unknown>,
    ): Promise<unknown> {
        if (this.#hasGivenUp(kind)) {
            return undefined;
        }
        try {
            return await question(this.#client());
        } catch (error) {
            // Others may have failed in the meantime for the same reason, and have said so.
            if (!this.#hasGivenUp(kind)) {
                this.#giveUp(kind, error);
            }
            return undefined;
        }
    }

    #hasGivenUp(kind: string): boolean {
        return this.#givenUp.has("everything") || this.#givenUp.has(kind);
    }

    #giveUp(kind: string, error: unknown): void {
        const reason = messageOf(error).replace(/\s+/g, " ");
        switch (reachOf(error)) {
            case "everything":
                this.#givenUp.add("everything");
                this.#warnings.push(
                    `Partner Center could not be asked before the update, and is not asked again in this run. ${reason}`,
                );
                return;
            case "kind":
                this.#givenUp.add(kind);
                this.#warnings.push(`Not checked before the update: ${kind}. ${reason}`);
                return;
            case "subject":
                this.#warnings.push(`Not checked before the update: ${kind}. ${reason}`);
        }
    }
}

/** How many of the questions to come a failure stands in the way of. */
function reachOf(error: unknown): "everything" | "kind" | "subject" {
    if (error instanceof ApiError) {
        if ([401, 408, 429].includes(error.status) || error.status >= 500) {
            return "everything";
        }
        return error.status === 403 ? "kind" : "subject";
    }
    // The base class itself says that this sign-in may not ask this; its others, that none can.
    const isOfSignIn =
        error instanceof PartnerCenterError && error.constructor === PartnerCenterError;
    return isOfSignIn || !(error instanceof PartnerCenterError) ? "kind" : "everything";
}
