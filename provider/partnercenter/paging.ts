import type { Call } from "./call";
import { camelCased, present } from "./reading";
import type { CollectionResource, LinkResource } from "./types";

/**
 * All items of a list, page by page. A few lists come without the frame of the others, and then have one
 * page.
 *
 * @param first The call that was answered with `firstAnswer`.
 * @param ask Asks for the next page.
 */
export async function everyItem<Item>(
    firstAnswer: unknown,
    first: Call,
    ask: (call: Call) => Promise<unknown>,
): Promise<Item[]> {
    const found: Item[] = [];
    let answer = firstAnswer;
    for (;;) {
        const page = pageIn<Item>(present(answer, first.operation, "a list"));
        found.push(...(page.items ?? []));
        const next = nextOf(page, first.path);
        if (next === undefined) {
            return found;
        }
        // The next page wants the address of the link and its headers.
        answer = await ask({
            ...first,
            path: next.uri.replace(/^\/?(v1\/)?/, "/"),
            headers: Object.fromEntries((next.headers ?? []).map(({ key, value }) => [key, value])),
        });
    }
}

function pageIn<Item>(body: object): CollectionResource<Item> {
    return camelCased(Array.isArray(body) ? { items: body } : body) as CollectionResource<Item>;
}

/**
 * Most lists link to their next page. That of devices only names a token: it stands for the same list from
 * there on. Others name it beside their link, which says more.
 */
function nextOf(
    { links, continuationToken }: CollectionResource<unknown>,
    path: string,
): LinkResource | undefined {
    if (links?.next !== undefined || !continuationToken) {
        return links?.next;
    }
    return {
        uri: `${path}${path.includes("?") ? "&" : "?"}seekOperation=Next`,
        headers: [{ key: "MS-ContinuationToken", value: continuationToken }],
    };
}
