/** What becomes of values on their way between the engine and the dynamic-provider process. */

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Members of a resource. */
export type Members = Record<string, unknown>;

/** A copy, as another process gets it. */
export function copied<Value>(value: Value): Value {
    return structuredClone(value);
}

/**
 * A result as the engine keeps it: secrets without their envelope. Like the SDK, it refuses what
 * cannot be sent, after the work was done.
 */
export function received(value: unknown): unknown {
    if (value === undefined || typeof value === "function" || Number.isNaN(value)) {
        throw new TypeError("Unexpected struct type.");
    }
    if (Array.isArray(value)) {
        return value.map(received);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (signatureKey in value) {
        const envelope = value as Members;
        if (envelope[signatureKey] !== secretSignature) {
            throw new TypeError("An envelope of an unknown kind.");
        }
        return received(envelope.value);
    }
    return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, received(member)]),
    );
}

/** The names of the members that came in a secret's envelope. */
export function secretMembers(value: Members): string[] {
    return Object.entries(value)
        .filter(([, member]) => isMembers(member) && signatureKey in member)
        .map(([name]) => name);
}

export function isMembers(value: unknown): value is Members {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
