const europe = [
    ..."AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI".split(" "),
    ..."LT LU LV MC MT NL NO PL PT RO SE SI SK".split(" "),
];

/**
 * The countries that a partner of the given country may sell in: the European Union and the European
 * Free Trade Association are one region, elsewhere a country is its own.
 */
export function regionOf(country: string): readonly string[] {
    return europe.includes(country) ? europe : [country];
}
