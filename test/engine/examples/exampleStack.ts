import { cp, mkdir, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { parse } from "yaml";
import type { StackSettings } from "../harness/newStack";
import { repository } from "../harness/project";
import { partnerStack } from "../partner";

/** What a developer's own trials leave in the folder of an example. */
const leftBehind = /^(node_modules|Pulumi\..+\.yaml)$/;

/** A stack of an example at a Partner Center of its own. */
export async function exampleStack(
    t: TestContext,
    example: string,
    settings: StackSettings = {},
): ReturnType<typeof partnerStack> {
    const project = await projectOf(example);
    const started = await partnerStack(t, { program: "", project, typeCheck: true, ...settings });
    await copyExample(example, started.stack.project.folder);
    return started;
}

/** The name of an example's project. */
export async function projectOf(example: string): Promise<string> {
    const text = await readFile(join(repository, "examples", example, "Pulumi.yaml"), "utf8");
    return (parse(text) as { name: string }).name;
}

/**
 * Copies an example whole, as a user does: the program with its own `Pulumi.yaml`, `package.json` and
 * `tsconfig.json`. Then the packages that it names are there.
 */
export async function copyExample(example: string, folder: string): Promise<void> {
    await cp(join(repository, "examples", example), folder, {
        recursive: true,
        filter: (path) => !leftBehind.test(basename(path)),
    });
    const text = await readFile(join(folder, "package.json"), "utf8");
    const { dependencies, devDependencies } = JSON.parse(text);
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
        await link(join(repository, "node_modules", name), join(folder, "node_modules", name));
    }
}

/** Makes a link, or leaves what is there already. */
async function link(target: string, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await symlink(target, path, "junction").catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") {
            throw error;
        }
    });
}
