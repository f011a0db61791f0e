import { isGone, isMissingMigration } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";

/** What a list holds, and what is known by its id beside: a list may be behind. */
export async function withKnown<Resource extends { id: string }>(
    listed: readonly Resource[],
    id: string | undefined,
    get: (id: string) => Promise<Resource>,
): Promise<Resource[]> {
    if (id === undefined || listed.some((one) => sameName(one.id, id))) {
        return [...listed];
    }
    try {
        return [...listed, await get(id)];
    } catch (error) {
        if (isGone(error) || isMissingMigration(error)) {
            return [...listed];
        }
        throw error;
    }
}
