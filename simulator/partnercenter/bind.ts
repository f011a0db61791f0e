import { invalidInput } from "./errors";

/** The members that an operation knows, and their types. */
export interface Shape {
    readonly [name: string]: "text" | "boolean" | Shape;
}

/** A request's body, bound to a shape: every member may be missing, none is null or unknown. */
export type Bound<S extends Shape> = {
    -readonly [K in keyof S]?: S[K] extends "text"
        ? string
        : S[K] extends "boolean"
          ? boolean
          : S[K] extends Shape
            ? Bound<S[K]>
            : never;
};

/**
 * Binds a body as ASP.NET does: names in any casing, unknown members ignored, null as missing,
 * numbers taken as text.
 *
 * @throws ServiceFailure 400 where a member is of another type.
 */
export function bind<S extends Shape>(shape: S, body: unknown, path = "body"): Bound<S> {
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
        throw invalidInput(path, "an object is expected");
    }
    const given = membersOf(body);
    const bound: Record<string, unknown> = {};
    for (const [name, type] of Object.entries(shape)) {
        const value: unknown = given.get(name.toLowerCase()) ?? undefined;
        if (value !== undefined) bound[name] = bindMember(type, value, `${path}.${name}`);
    }
    return bound as Bound<S>;
}

/** The members of a body by their names in lower case; of what is no object, none. */
export function membersOf(body: unknown): ReadonlyMap<string, unknown> {
    const members = typeof body === "object" && body !== null ? Object.entries(body) : [];
    return new Map(members.map(([name, value]) => [name.toLowerCase(), value]));
}

function bindMember(type: "text" | "boolean" | Shape, value: unknown, path: string): unknown {
    if (type === "text") return bindText(value, path);
    if (type === "boolean") return bindBoolean(value, path);
    return bind(type, value, path);
}

function bindText(value: unknown, path: string): string {
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw invalidInput(path, "a text is expected");
}

function bindBoolean(value: unknown, path: string): boolean {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    throw invalidInput(path, "true or false is expected");
}
