import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Texts by path; what is not a text becomes one as JSON, which YAML files may hold too. */
export type Files = Readonly<Record<string, string | object>>;

export async function writeFiles(folder: string, files: Files): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
        const file = join(folder, name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(
            file,
            typeof content === "string" ? content : JSON.stringify(content, null, 4),
        );
    }
}
