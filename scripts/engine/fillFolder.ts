import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { askVersion } from "./askVersion";
import { holdsEngine, pulumi } from "./folder";

const dynamicLauncher = "pulumi-resource-pulumi-nodejs";

/**
 * Fills the engine's folder so that it is complete or untouched, also when set-up is killed
 * half-way or runs twice at once: the work is done in a folder of this process beside it, and
 * `pulumi`, whose presence means "done", is moved last.
 *
 * @param fill - puts the engine below the folder it is given, and answers where exactly.
 */
export async function fillFolder(
    folder: string,
    env: NodeJS.ProcessEnv,
    fill: (workFolder: string) => Promise<string>,
): Promise<void> {
    await mkdir(dirname(folder), { recursive: true });
    await removeAbandoned(folder);
    const workFolder = await mkdtemp(`${folder}.${process.pid}.`);
    try {
        const filled = await fill(workFolder);
        if (!holdsEngine(filled)) {
            throw new Error("it came without pulumi or without its Node.js language host");
        }
        await askVersion(join(filled, pulumi), env);
        await addDynamicLauncher(filled);
        await moveAll(filled, folder);
    } finally {
        await rm(workFolder, { recursive: true, force: true });
    }
}

/** Removes what set-ups that were killed have left. */
async function removeAbandoned(folder: string): Promise<void> {
    for (const name of await readdir(dirname(folder))) {
        const [, pid] = /\.(\d+)\.\w+$/.exec(name) ?? [];
        if (name.startsWith(basename(folder)) && pid !== undefined && !isRunning(Number(pid))) {
            await rm(join(dirname(folder), name), { recursive: true, force: true });
        }
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}

/** Beside `pulumi` it is taken for a part of the engine; on PATH, for a warning in every run. */
async function addDynamicLauncher(folder: string): Promise<void> {
    const source = join(dirname(require.resolve("@pulumi/pulumi/package.json")), dynamicLauncher);
    await copyFile(source, join(folder, dynamicLauncher));
}

async function moveAll(from: string, to: string): Promise<void> {
    await mkdir(to, { recursive: true });
    const names = (await readdir(from)).filter((name) => name !== pulumi);
    for (const name of [...names, pulumi]) {
        await rename(join(from, name), join(to, name));
    }
}
