import type { ErrorAnswer } from "../errors";

/** An answer's body as JSON where it is JSON, else as the text it is. */
export type Body =
    | { kind: "empty" }
    | { kind: "json"; value: unknown }
    | { kind: "text"; text: string };

/**
 * Reads a body of the service, which has been seen with byte order marks in front, in UTF-8 and in
 * UTF-16.
 */
export function readBody(bytes: Uint8Array): Body {
    const text = decode(bytes).trim();
    if (text === "") {
        return { kind: "empty" };
    }
    try {
        return { kind: "json", value: JSON.parse(text) };
    } catch {
        return { kind: "text", text };
    }
}

function decode(bytes: Uint8Array): string {
    const mark = `${bytes[0]} ${bytes[1]}`;
    const encoding = { "255 254": "utf-16le", "254 255": "utf-16be" }[mark] ?? "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

/**
 * What an error body says. Known shapes: `{code, description, data, source}`, the newer
 * `{code, message, errorName, …}`, the gateway's `{statusCode, message}`, `{error: {…}}` of sibling
 * services, OAuth's `{error, error_description}`, a JSON string, plain text, HTML and nothing.
 *
 * @see https://learn.microsoft.com/partner-center/developer/error-codes
 */
export function readError(body: Body): Pick<ErrorAnswer, "code" | "description" | "details"> {
    if (body.kind === "text") {
        return { description: firstWords(body.text), details: [] };
    }
    if (body.kind === "empty") {
        return { details: [] };
    }
    if (typeof body.value === "string") {
        return { description: firstWords(body.value), details: [] };
    }
    const members = asMembers(body.value);
    const inner =
        typeof members.error === "object" && members.error !== null
            ? asMembers(members.error)
            : members;
    return {
        code: textOf(inner.code),
        description: firstWords(
            textOf(inner.description) ??
                textOf(inner.error_description) ??
                textOf(inner.message) ??
                textOf(inner.errorName),
        ),
        details: Array.isArray(inner.data) ? inner.data.map(String) : [],
    };
}

/** The members of an object in any casing of their first letter; of anything else, none. */
function asMembers(value: unknown): Record<string, unknown> {
    if (typeof value !== "object" || value === null) {
        return {};
    }
    return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
            name.charAt(0).toLowerCase() + name.slice(1),
            member,
        ]),
    );
}

function textOf(value: unknown): string | undefined {
    const isText = typeof value === "string" && value.trim() !== "";
    return isText || typeof value === "number" ? String(value) : undefined;
}

/** A description is at most 1,024 characters long; a page of HTML is cut to what a message can hold. */
function firstWords(text: string | undefined): string | undefined {
    const words = text
        ?.replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim();
    return words === "" ? undefined : words?.slice(0, 1024);
}
