import { PartnerCenterError } from "./errors";

/**
 * A resource with camelCase members at every depth: some answers of the service, and some of its
 * examples, are written in PascalCase.
 */
export function camelCased(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(camelCased);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
            name.charAt(0).toLowerCase() + name.slice(1),
            camelCased(member),
        ]),
    );
}

/**
 * The body of an answer that has to have one: nothing at all is no empty list.
 *
 * @param what With its article: `a list`.
 */
export function present(body: unknown, operation: string, what: string): object {
    if (typeof body !== "object" || body === null) {
        throw answeredWithout(what, operation);
    }
    return body;
}

export function answeredWithout(what: string, operation: string): PartnerCenterError {
    return new PartnerCenterError(
        `Could not ${operation}: the service answered with success, but without ${what}. Run the operation again.`,
    );
}

/**
 * A resource, which is none without an id.
 *
 * @param kind What it is, with its article: `a customer`.
 */
export function identified<Resource extends { id: string }>(
    body: unknown,
    operation: string,
    kind: string,
): Resource {
    const resource = camelCased(body) as Partial<Resource> | undefined;
    if (typeof resource?.id !== "string" || resource.id === "") {
        throw new PartnerCenterError(
            `Could not ${operation}: the service answered with success, but without the id of ${kind}. Check in Partner Center whether it is there.`,
        );
    }
    return resource as Resource;
}
