import { existsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../scripts/engine/command";
import { repository } from "../engine/harness/project";

const cache = join(repository, "node_modules/.cache/compatibility");

/** Runs a command to its end, and answers what it printed; throws it if the command fails. */
export async function run(
    [command = "", ...args]: readonly string[],
    cwd: string,
    path: string = process.env.PATH ?? "",
): Promise<string> {
    // What npm tells the scripts that it runs would be settings for the npm that is run here.
    const foreign = /^npm_/i;
    const env = Object.fromEntries(
        Object.entries(process.env).filter(([key]) => !foreign.test(key)),
    );
    const result = await runCommand(command, args, { cwd, env: { ...env, PATH: path } });
    if (result.code !== 0) {
        throw new Error(`${command} ${args.join(" ")} failed:\n${result.stdout}\n${result.stderr}`);
    }
    return result.stdout;
}

/**
 * Installs an npm package that brings a command, unless it is there, and answers the folder of the
 * command.
 *
 * @param spec Name and exact version, for example `pnpm@12.21.0`.
 */
export async function commandFolder(spec: string): Promise<string> {
    const prefix = join(cache, spec.replace("/", "-"));
    const folder = join(prefix, "node_modules/.bin");
    if (!existsSync(folder)) {
        await run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", prefix, spec],
            repository,
        );
    }
    return folder;
}

/** The folder of a version of Node.js, from the package that brings its binary. */
export function nodeFolder(version: string): Promise<string> {
    return commandFolder(`node-${process.platform}-${process.arch}@${version}`);
}
