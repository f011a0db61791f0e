import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureEngine } from "../../scripts/engine/ensureEngine";
import { repository } from "../engine/harness/project";
import { type Cell, type Limit, titleOf } from "./cell";
import { cells, limits } from "./cells";
import { run } from "./commands";
import { live, type Outcome } from "./life";
import { pageOf } from "./page";
import { componentFiles } from "./program";
import { faultsOf, pageFile, resultsFile } from "./results";
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

/** Lets each project live, two at a time, and says how far it came. */
async function tryOut(
    projects: readonly Cell[],
    tarballs: Tarballs,
): Promise<ReadonlyMap<Cell, Outcome>> {
    const waiting = [...projects];
    const outcomes = new Map<Cell, Outcome>();
    const next = async (): Promise<void> => {
        for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
            const outcome = await live(cell, tarballs);
            outcomes.set(cell, outcome);
            console.log(`${titleOf(cell)}: ${Object.keys(outcome.seconds).join(", ")}`);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return outcomes;
}

/** Of a failure that was expected, the line that says so. */
function inOneLine(outcome: Outcome, { message }: Limit): Outcome {
    const failure = outcome.failure?.split("\n").find((line) => line.includes(message));
    if (failure === undefined) {
        return outcome;
    }
    // The page is read elsewhere.
    return { ...outcome, failure: failure.trim().replaceAll(homedir(), "~") };
}

/** Tries out all projects and writes the page; or, without writing it, those that a text is part of. */
async function main(filter: string): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-tarballs-"));
    try {
        const { version: engine } = await ensureEngine();
        const projects = [...cells, ...limits.map(({ cell }) => cell)];
        const wanted = projects.filter((cell) => titleOf(cell).includes(filter));
        const outcomes = await tryOut(wanted, await makeTarballs(folder));
        const results = cells.flatMap((cell) => {
            const outcome = outcomes.get(cell);
            return outcome === undefined ? [] : { cell, outcome };
        });
        const limitResults = limits.flatMap((limit) => {
            const outcome = outcomes.get(limit.cell);
            return outcome === undefined ? [] : { limit, outcome: inOneLine(outcome, limit) };
        });
        const faults = faultsOf({ results, limits: limitResults });
        console.log(["", ...faults].join("\n✘ "));
        if (filter === "" && faults.length === 0) {
            const day = new Date().toISOString().slice(0, 10);
            const platform = `${process.platform} ${process.arch}`;
            const measured = { day, engine, platform, results, limits: limitResults };
            await writeFile(resultsFile, `${JSON.stringify(measured, null, 4)}\n`);
            await writeFile(pageFile, pageOf(measured));
            console.log("docs/compatibility.md is written.");
        }
        return faults.length === 0 && wanted.length > 0 ? 0 : 1;
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
