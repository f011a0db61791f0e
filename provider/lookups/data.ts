/** Members by which the service links its resources, and tells their versions and its own types. */
const ofTheWire = new Set(["links", "attributes"]);

/**
 * What an answer says, without what only a next call needs, and without members that are null. All
 * else passes through: the service adds members over the years.
 */
export function dataOf(answer: unknown): unknown {
    if (Array.isArray(answer)) {
        return answer.map(dataOf);
    }
    if (typeof answer !== "object" || answer === null) {
        return answer;
    }
    return Object.fromEntries(
        Object.entries(answer)
            .filter(([name, member]) => !ofTheWire.has(name) && (member ?? undefined) !== undefined)
            .map(([name, member]) => [name, dataOf(member)]),
    );
}
