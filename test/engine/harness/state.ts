import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A resource as the engine keeps it. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly inputs?: Record<string, unknown>;
    readonly outputs?: Record<string, unknown>;
    readonly initErrors?: readonly string[];
    readonly [member: string]: unknown;
}

/** What the engine knows of a stack. */
export interface Deployment {
    readonly resources?: readonly StateResource[];
    readonly pending_operations?: readonly { resource: StateResource; type: string }[];
    readonly [member: string]: unknown;
}

/** Reads the current state of a stack from the file of the backend, secrets still encrypted. */
export async function readDeployment(
    state: string,
    project: string,
    stack: string,
): Promise<Deployment> {
    const file = join(state, ".pulumi/stacks", project, `${stack}.json`);
    const parsed = JSON.parse(await readFile(file, "utf8")) as {
        checkpoint: { latest?: Deployment };
    };
    return parsed.checkpoint.latest ?? {};
}

/** The text of all files below a folder, by path; packages that are linked there are left out. */
export async function readAllFiles(folder: string): Promise<Map<string, string>> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = new Map<string, string>();
    for (const file of files) {
        const path = join(file.parentPath, file.name);
        texts.set(path, await readFile(path, "utf8"));
    }
    return texts;
}
