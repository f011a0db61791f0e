import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** A fenced block of code in a page, or in an `@example`. */
export interface CodeBlock {
    /** Path below the root, and line: `README.md:7`. */
    place: string;
    language: string;
    code: string;
}

/** Every fenced block of the pages and of the sources' examples. */
export function codeBlocks(): CodeBlock[] {
    return [...pages(), ...sources()].flatMap((file) => blocksOf(file));
}

/** All pages that people read, as paths below the root. */
export function pages(): string[] {
    const atTop = readdirSync(root).filter((name) => name.endsWith(".md"));
    return [...atTop, ...filesBelow("docs", ".md"), ...filesBelow("examples", ".md")];
}

function sources(): string[] {
    return [...filesBelow("provider", ".ts"), ...filesBelow("simulator", ".ts")];
}

function filesBelow(folder: string, ending: string): string[] {
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(ending) && !name.includes("node_modules"))
        .map((name) => join(folder, name));
}

function blocksOf(file: string): CodeBlock[] {
    const text = readFileSync(join(root, file), "utf8");
    // In a comment every line has its star.
    const fences = /^( *\* |[ \t]*)```(\w+)[^\n]*\n([\s\S]*?)^\1```/gm;
    return [...text.matchAll(fences)].map(
        ({ 1: margin = "", 2: language = "", 3: code = "", index }) => ({
            place: `${file}:${text.slice(0, index).split("\n").length}`,
            language: language === "typescript" ? "ts" : language,
            code: code
                .split("\n")
                .map((line) =>
                    line.startsWith(margin)
                        ? line.slice(margin.length)
                        : line.replace(/^ *\*$/, ""),
                )
                .join("\n"),
        }),
    );
}
