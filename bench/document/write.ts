import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "../results";
import { performanceDocument } from "./document";
import { plots } from "./plots";

/** Writes the document and its plots into a folder. */
export function writeDocument(results: Results, folder: string): void {
    mkdirSync(join(folder, "performance"), { recursive: true });
    writeFileSync(join(folder, "performance.md"), performanceDocument(results));
    for (const [file, text] of Object.entries(plots(results))) {
        writeFileSync(join(folder, "performance", file), text);
    }
}
