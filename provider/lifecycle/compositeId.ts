import { PartnerCenterError } from "../partnercenter/errors";

/** The id of a resource that the service keeps below others: their ids, and its own at the end. */
export function compositeId(...ids: readonly string[]): string {
    return ids.join("/");
}

/**
 * The ids of which an id is made.
 *
 * @param names What they are, in order: `["customerId", "userId"]`.
 * @throws PartnerCenterError where a person gave another one, to import or to get a resource.
 */
export function partsOf<Name extends string>(
    id: string,
    names: readonly Name[],
): Record<Name, string> {
    const parts = id.split("/");
    if (parts.length !== names.length || parts.includes("")) {
        throw new PartnerCenterError(`The id ${id} is not of the form <${names.join(">/<")}>.`);
    }
    return Object.fromEntries(names.map((name, index) => [name, parts[index]])) as Record<
        Name,
        string
    >;
}
