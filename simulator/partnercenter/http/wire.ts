type Wire = Record<string, unknown>;

export function collectionWire(items: readonly Wire[], links?: Wire): Wire {
    const collection = { totalCount: items.length, items, links };
    return omitMissing({ ...collection, attributes: { objectType: "Collection" } });
}

export function link(uri: string, headers: readonly Wire[] = []): Wire {
    return { uri, method: "GET", headers };
}

export function omitMissing(members: Wire): Wire {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
