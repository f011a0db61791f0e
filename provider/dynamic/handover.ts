import type { PartnerCenter } from "../partnercenter/client";

/** Ends a deletion before it asks the service for anything. */
class StaysError extends Error {}

/**
 * What the resources of this run have made or taken over, by their ids. Where one is renamed in the
 * program, or replaced by itself (`pulumi up --replace`), the engine first creates it, which finds what is
 * there, and then deletes it under its former entry: that would take away what was just taken over.
 */
export class Handover {
    readonly #ids = new Set<string>();

    /** Takes note of what a resource holds from now on. */
    note(id: string): void {
        this.#ids.add(id.toLowerCase());
    }

    /**
     * Lets a deletion run up to its first call. What needs no call, or is forbidden by the policy in the
     * state, goes on as ever.
     *
     * @returns Whether it was ended there, because another resource of this run holds the same.
     */
    async stays(
        id: string,
        client: () => PartnerCenter,
        remove: (client: () => PartnerCenter) => Promise<void>,
    ): Promise<boolean> {
        try {
            await remove(() => {
                if (this.#ids.has(id.toLowerCase())) {
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
}
