import { access, rename, writeFile } from "node:fs/promises";
import { UsageError } from "../command";

/** @throws UsageError where the program is there: somebody may have written on in it. */
export async function refuseToOverwrite(program: string): Promise<void> {
    const isThere = await access(program).then(
        () => true,
        () => false,
    );
    if (isThere) {
        throw new UsageError(
            `${program} is there already. Give --overwrite, or another --program.`,
        );
    }
}

/** Writes a file whole or not at all; what it holds is personal data, for the caller alone. */
export async function writeWhole(file: string, text: string): Promise<void> {
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, file);
}
