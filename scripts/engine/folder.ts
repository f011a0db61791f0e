import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { engineVersion } from "./version";

export const pulumi = executableName("pulumi");
export const languageHost = executableName("pulumi-language-nodejs");

/** The folder where the npm package `pulumi` keeps the pinned engine. */
export function versionFolder(env: NodeJS.ProcessEnv): string {
    return join(env.PULUMI_HOME || join(homedir(), ".pulumi"), "versions", engineVersion);
}

/** The names of a command's file on PATH, in the order in which a shell finds them. */
export function filesOnPath(name: string, env: NodeJS.ProcessEnv): string[] {
    const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
    return folders.map((folder) => join(folder, name)).filter(isExecutable);
}

/** Says whether a file is there, is not empty and may be executed. */
export function isExecutable(file: string): boolean {
    try {
        accessSync(file, constants.X_OK);
        const status = statSync(file);
        return status.isFile() && status.size > 0;
    } catch {
        return false;
    }
}

/** Says whether a folder holds all that is needed to run a Node.js program. */
export function holdsEngine(folder: string): boolean {
    return isExecutable(join(folder, pulumi)) && isExecutable(join(folder, languageHost));
}

/** The file name of a command on this kind of machine. */
export function executableName(command: string): string {
    return process.platform === "win32" ? `${command}.exe` : command;
}
