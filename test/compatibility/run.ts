import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEngine } from "../../scripts/engine/ensureEngine";
import { repository } from "../engine/harness/project";
import { type Cell, titleOf } from "./cell";
import { cells } from "./cells";
import { run } from "./commands";
import { live, type Outcome } from "./life";
import { pageOf } from "./page";
import { componentFiles } from "./program";
import { faultOf, pageFile, type Result, resultsFile } from "./results";
import type { Tarballs } from "./userProject";
import { writeFiles } from "./writeFiles";

const atOnce = 2;

/** Packs the built package, and the component library that the projects use. */
async function makeTarballs(folder: string): Promise<Tarballs> {
    const source = join(folder, "component");
    await mkdir(source);
    await writeFiles(source, componentFiles);
    const pack = ["npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
    const [provider, component] = [await run(pack, repository), await run(pack, source)];
    return { provider: join(folder, provider.trim()), component: join(folder, component.trim()) };
}

async function tryOut(tarballs: Tarballs, filter: string): Promise<Result[]> {
    const waiting = cells.filter((cell) => titleOf(cell).includes(filter));
    const results = new Map<string, Result>();
    const next = async (): Promise<void> => {
        for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
            const result = { cell, outcome: inOneLine(await live(cell, tarballs), cell) };
            results.set(titleOf(cell), result);
            const fault = faultOf(result);
            console.log(fault === undefined ? `✔ ${titleOf(cell)}` : `✘ ${fault}`);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return cells.flatMap((cell) => results.get(titleOf(cell)) ?? []);
}

/** Of a failure that was expected, the line that says so. */
function inOneLine(outcome: Outcome, { limit }: Cell): Outcome {
    const lines = outcome.failure?.split("\n") ?? [];
    const failure = limit && lines.find((line) => line.includes(limit.message));
    return failure === undefined ? outcome : { ...outcome, failure: failure.trim() };
}

/** Tries out all projects and writes the page; or, without writing it, those that a text is part of. */
async function main(filter: string): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-tarballs-"));
    try {
        const { version: engine } = await ensureEngine();
        const results = await tryOut(await makeTarballs(folder), filter);
        const faults = results.flatMap((result) => faultOf(result) ?? []);
        if (filter === "" && faults.length === 0) {
            const day = new Date().toISOString().slice(0, 10);
            const platform = `${process.platform} ${process.arch}`;
            const measured = { day, engine, platform, results };
            await writeFile(resultsFile, `${JSON.stringify(measured, null, 4)}\n`);
            await writeFile(pageFile, pageOf(measured));
            console.log("docs/compatibility.md is written.");
        }
        return faults.length === 0 && results.length > 0 ? 0 : 1;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

main(process.argv[2] ?? "").then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        console.error(error);
        process.exitCode = 1;
    },
);
