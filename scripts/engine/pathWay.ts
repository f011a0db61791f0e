import { realpathSync } from "node:fs";
import { dirname, extname } from "node:path";
import { askVersion } from "./askVersion";
import type { Engine, Way } from "./engine";
import { filesOnPath, holdsEngine, languageHost, pulumi } from "./folder";
import { engineVersion, isAtLeast, parseVersion } from "./version";

/** The first way: a new enough `pulumi` that the user has already. */
export function pathWay(env: NodeJS.ProcessEnv): Way {
    return { name: "pulumi on PATH", get: () => findOnPath(env) };
}

async function findOnPath(env: NodeJS.ProcessEnv): Promise<Engine> {
    const reasons: string[] = [];
    for (const file of filesOnPath(pulumi, env).filter(isNotLauncher)) {
        try {
            return await accept(file, env);
        } catch (error) {
            reasons.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new Error(reasons.join("; ") || "there is none");
}

/**
 * The npm package `pulumi` puts a script of the same name on the PATH of every npm script. It
 * would start a download, without a limit of time, just to be asked for its version.
 */
function isNotLauncher(file: string): boolean {
    return extname(realpathSync(file)) !== ".js";
}

async function accept(file: string, env: NodeJS.ProcessEnv): Promise<Engine> {
    const version = await askVersion(file, env);
    const minimum = parseVersion(engineVersion);
    if (minimum !== undefined && !isAtLeast(version, minimum)) {
        throw new Error(`${file} is ${version.join(".")}, older than ${engineVersion}`);
    }
    return { folder: folderOf(file, env), version: version.join("."), origin: "found on PATH" };
}

/** Its own folder rather than that of a link to it, where a package manager has all its commands. */
function folderOf(file: string, env: NodeJS.ProcessEnv): string {
    const folder = [dirname(realpathSync(file)), dirname(file)].find(holdsEngine);
    if (folder === undefined && filesOnPath(languageHost, env).length === 0) {
        throw new Error(`${file} has no ${languageHost}, neither beside it nor on PATH`);
    }
    return folder ?? dirname(file);
}
