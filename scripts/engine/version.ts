import packageOfEngine from "pulumi/package.json";

/** A version as its three numbers; a pre-release tag is not looked at. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The engine that set-up installs, and the oldest one it accepts: what package.json pins. */
export const engineVersion = packageOfEngine.version;

/** The last version of the Go SDK that carries the Node.js language host as its own command. */
export const languageHostVersion = "3.68.0";

/** Finds the first version number in a text such as the answer of `pulumi version`. */
export function parseVersion(text: string): Version | undefined {
    const match = /(\d+)\.(\d+)\.(\d+)/.exec(text);
    return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

/** Says whether a version is the given one or a later one. */
export function isAtLeast(version: Version, minimum: Version): boolean {
    for (const [index, number] of version.entries()) {
        const least = minimum[index] ?? 0;
        if (number !== least) {
            return number > least;
        }
    }
    return true;
}
