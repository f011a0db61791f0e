import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** A folder that is gone when the test ends. */
export async function temporaryFolder(t: TestContext): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}

/** A file in such a folder. */
export async function temporaryFile(t: TestContext, name: string, text: string): Promise<string> {
    const file = join(await temporaryFolder(t), name);
    await writeFile(file, text);
    return file;
}
