/** A package as `npm pack --json` tells it; sizes in bytes. */
export interface Packed {
    readonly filename: string;
    readonly size: number;
    readonly unpackedSize: number;
    readonly files: readonly { readonly path: string }[];
}

/** What of a package.json concerns its user. */
export interface Manifest {
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    readonly bin: Readonly<Record<string, string>>;
    readonly scripts: Readonly<Record<string, string>>;
}

const belongs =
    /^(package\.json|(README|CHANGELOG|SECURITY)\.md|LICENSE|docs\/[^/]+\.md|dist\/(provider|simulator)\/.+\.(js|d\.ts))$/;

/**
 * Bytes. A run loads the kinds of resources that it has, so most of it is only downloaded; it is to
 * stay small beside Pulumi's SDK all the same, and nothing large is to slip in.
 */
const limits = { size: 500_000, unpackedSize: 2_000_000 } as const;

/** What npm runs where a package is installed from a registry. */
const installScripts = ["preinstall", "install", "postinstall"];

/** What is in a package and should not be, or should be and is not. */
export function problemsOfContents(packed: Packed, manifest: Manifest): string[] {
    const paths = packed.files.map(({ path }) => path);
    const targets = Object.values(manifest.exports)
        .flatMap((target) => (typeof target === "string" ? target : Object.values(target)))
        .concat(Object.values(manifest.bin))
        .map((target) => target.replace(/^\.\//, ""));
    return [
        ...paths.filter((path) => !belongs.test(path)).map((path) => `${path} is not for users`),
        ...targets
            .filter((target) => !paths.includes(target))
            .map((target) => `${target} is missing`),
        ...installScripts
            .filter((name) => name in manifest.scripts)
            .map((name) => `the script ${name} would run on every user's machine`),
        ...Object.entries(limits)
            .filter(([name, limit]) => packed[name as keyof typeof limits] > limit)
            .map(([name, limit]) => `its ${name} is more than ${limit} bytes`),
    ];
}
