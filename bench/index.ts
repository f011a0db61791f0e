import { join } from "node:path";
import { repository } from "../test/engine/harness/project";
import { help, readCommandLine } from "./commandLine";
import { writeDocument } from "./document/write";
import { parts } from "./parts";
import { type Plan, quickPlan, wholePlan } from "./plan";
import { keepResults, type Part, readResults } from "./results";

async function main(args: readonly string[]): Promise<void> {
    const asked = readCommandLine(args);
    if (asked === "help") {
        console.log(help);
        return;
    }
    const { quick, only } = asked;
    const folder = join(repository, quick ? ".bench" : "docs");
    for (const part of only) {
        await measure(part, quick ? quickPlan : wholePlan, folder);
        writeDocument(readResults(folder), folder);
    }
    console.log(`\n${join(folder, "performance.md")} is written.`);
}

/** What a part has measured is kept as soon as it is there. */
async function measure(part: Part, plan: Plan, folder: string): Promise<void> {
    console.log(`\n${part}`);
    const startedAt = Date.now();
    keepResults({ [part]: await parts[part](plan) }, folder);
    console.log(`took ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
