import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { repository } from "./project";

/** What is not in a fresh clone. */
const notCloned = /^(\.git|\.simulator|dist|node_modules|site|Pulumi\..+\.yaml)$/;

/** Makes a clone in which `npm ci` has put the packages in their places, and nothing is built yet. */
export async function freshClone(clone: string): Promise<void> {
    await cp(repository, clone, {
        recursive: true,
        filter: (path) => path === repository || !notCloned.test(basename(path)),
    });
    const [from, to] = [repository, clone].map((root) => join(root, "node_modules"));
    await mkdir(to as string);
    for (const name of await readdir(from as string)) {
        if (name !== "pulumi-partnercenter") {
            await symlink(join(from as string, name), join(to as string, name), "junction");
        }
    }
}
