/** Whether two domains, ids or names are the same: their case does not matter. */
export function sameName(one: unknown, other: unknown): boolean {
    return folded(one) === folded(other);
}

function folded(value: unknown): unknown {
    return typeof value === "string" ? value.toLowerCase() : value;
}
