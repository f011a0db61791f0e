import type { PartnerCenter } from "../partnercenter/client";

/** Ends a deletion before it asks the service for anything. */
class StaysError extends Error {}

/**
 * What the resources of this run hold, by their ids. Where one is renamed in the program, or replaced by
 * itself (`pulumi up --replace`), the engine first creates it, which finds what is there, and then deletes
 * it under its former entry: that would take away what was just taken over. Where a run ends in between,
 * the next one compares the resource under its new name, and deletes the former entry.
 */
export class Handover {
    readonly #made = new Set<string>();
    readonly #compared = new Map<string, Set<string>>();

    /** Takes note of what a resource has made or taken over. */
    note(id: string): void {
        this.#made.add(id.toLowerCase());
    }

    /** Takes note of what a resource held before this run; the key tells its name from others. */
    noteCompared(id: string, requestKey: string): void {
        const keys = this.#compared.get(id.toLowerCase()) ?? new Set();
        this.#compared.set(id.toLowerCase(), keys.add(requestKey));
    }

    /**
     * Lets a deletion run up to its first call. What needs no call, or is forbidden by the policy in the
     * state, goes on as ever.
     *
     * @param requestKey Of the entry that is deleted: by its own, it may be about to be replaced.
     * @returns Whether it was ended there, because another resource of this run holds the same.
     */
    async stays(
        id: string,
        requestKey: string | undefined,
        client: () => PartnerCenter,
        remove: (client: () => PartnerCenter) => Promise<void>,
    ): Promise<boolean> {
        try {
            await remove(() => {
                if (this.#isHeld(id.toLowerCase(), requestKey)) {
                    throw new StaysError();
                }
                return client();
            });
            return false;
        } catch (error) {
            if (error instanceof StaysError) {
                return true;
            }
            throw error;
        }
    }

    #isHeld(id: string, requestKey: string | undefined): boolean {
        const keys = [...(this.#compared.get(id) ?? [])];
        const hasOtherName = requestKey !== undefined && keys.some((key) => key !== requestKey);
        return this.#made.has(id) || hasOtherName;
    }
}
