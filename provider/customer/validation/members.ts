/** Reads members of arguments that may be unknown, or of a wrong type, at any depth. */
export type Members = (path: string) => string | undefined;

/**
 * A member's text by its dotted path: empty where there is none, `undefined` where it is not known yet
 * or is no text, so that nothing can be said of it.
 */
export function membersOf(inputs: unknown, isUnknown: (value: unknown) => boolean): Members {
    const step = (value: unknown, name: string): unknown => {
        const isAbsent = value === undefined || value === null;
        return isAbsent || typeof value !== "object"
            ? value
            : (value as Record<string, unknown>)[name];
    };
    return (path) => {
        const value = path.split(".").reduce(step, inputs) ?? "";
        return typeof value === "string" && !isUnknown(value) ? value : undefined;
    };
}

/** Whether a member is there and says something; `undefined` where that is not known. */
export function isBlank(text: string | undefined): boolean | undefined {
    return text === undefined ? undefined : text.trim() === "";
}
