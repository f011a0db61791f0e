import { isUnknown, secret } from "./protocol";

/** Members of a resource as they pass between engine and provider. */
export type Members = Record<string, unknown>;

/**
 * A result that the engine takes: without `undefined`, which it answers with an error after the work
 * is done, and with the secrets marked as such. The key of its name stays with a resource: a deletion is
 * told nothing else of whose it is.
 *
 * @param members What the engine sent of the resource.
 */
export function toResult(
    state: object,
    { requestKey }: Members,
    secrets: readonly string[],
): Members {
    const result = withoutAbsent({ ...state, requestKey }) as Members;
    for (const name of secrets) {
        if (result[name] !== undefined) {
            result[name] = secret(result[name]);
        }
    }
    return result;
}

/** A value without the members that are `undefined` or `null`, at any depth. */
export function withoutAbsent(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutAbsent);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, member]) => member !== undefined && member !== null)
            .map(([name, member]) => [name, withoutAbsent(member)]),
    );
}

export function hasUnknown(value: unknown): boolean {
    return typeof value === "object" && value !== null
        ? Object.values(value).some(hasUnknown)
        : isUnknown(value);
}

/** `news` with what is not known yet taken from the state, so that it does not count as another value. */
export function assumeUnchanged(news: unknown, state: unknown): unknown {
    if (isUnknown(news)) {
        return state;
    }
    if (typeof news !== "object" || news === null || Array.isArray(news)) {
        return news;
    }
    const olds = (typeof state === "object" ? state : undefined) as Members | undefined;
    return Object.fromEntries(
        Object.entries(news).map(([name, member]) => [name, assumeUnchanged(member, olds?.[name])]),
    );
}
