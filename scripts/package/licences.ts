/** What of a package-lock.json tells licences. */
export interface Lock {
    readonly packages: Readonly<Record<string, { readonly license?: string }>>;
}

/** Licences that ask no more of a user than to keep their text; SPDX identifiers. */
const accepted = new Set([
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC-BY-3.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Python-2.0",
]);

/** Packages whose package.json names no licence, and what their licence file holds. */
const read: Readonly<Record<string, string>> = { "@logdna/tail-file": "MIT" };

/** The packages of a lock file, those for development too, whose licence is not accepted. */
export function problemsOfLicences({ packages }: Lock): string[] {
    return Object.entries(packages).flatMap(([path, { license }]) => {
        const name = path.replace(/^.*node_modules\//, "");
        const isAccepted = isAcceptable(read[name] ?? license ?? "");
        return isAccepted ? [] : [`${name || "this package"}: ${license ?? "no licence"}`];
    });
}

/** Whether an SPDX expression is: of a choice one licence must be accepted, else all. */
function isAcceptable(expression: string): boolean {
    const choices = expression.replace(/[()]/g, "").split(" OR ");
    return choices.some((choice) => choice.split(" AND ").every((name) => accepted.has(name)));
}
