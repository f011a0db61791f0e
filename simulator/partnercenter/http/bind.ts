import { invalidInput } from "./errors";

type Type = "text" | "boolean" | "number" | Shape | readonly [Type];

/** The members that an operation knows, and their types; a list has the type of its items. */
export interface Shape {
    readonly [name: string]: Type;
}

/** A request's body, bound to a shape: every member may be missing, none is null or unknown. */
export type Bound<S extends Shape> = { -readonly [K in keyof S]?: BoundTo<S[K]> };

type BoundTo<T> = T extends "text"
    ? string
    : T extends "boolean"
      ? boolean
      : T extends "number"
        ? number
        : T extends readonly [infer Item]
          ? BoundTo<Item>[]
          : T extends Shape
            ? Bound<T>
            : never;

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

function bindMember(type: Type, value: unknown, path: string): unknown {
    if (type === "text") return bindText(value, path);
    if (type === "boolean") return bindBoolean(value, path);
    if (type === "number") return bindNumber(value, path);
    return isList(type) ? bindList(type[0], value, path) : bind(type, value, path);
}

function isList(type: Shape | readonly [Type]): type is readonly [Type] {
    return Array.isArray(type);
}

function bindList(type: Type, value: unknown, path: string): unknown[] {
    if (!Array.isArray(value)) throw invalidInput(path, "a list is expected");
    return value.map((item, index) => bindMember(type, item, `${path}[${index}]`));
}

function bindNumber(value: unknown, path: string): number {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    throw invalidInput(path, "a number is expected");
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
