import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Asked, help, readCommandLine, setting } from "./commandLine";
import { FaultyFile, readCustomers } from "./customers/readCustomers";
import { interruption } from "./interruption";
import { progressBar } from "./report/progressBar";
import type { FleetReport } from "./report/report";
import { inMarkdown, inWords } from "./report/words";
import { runFleet } from "./runFleet";
import { Refused } from "./stacks/fleetFile";
import { shardRows, statusRows, statusTable } from "./status";

async function main(args: string[]): Promise<number> {
    const asked = readCommandLine(args);
    if (asked === undefined) {
        print(help);
        return 0;
    }
    const customers = await readCustomers(asked.file);
    const fleet = { ...asked, customers, folder: __dirname };
    switch (asked.command) {
        case "shards":
            print(JSON.stringify(await shardRows(fleet)));
            return 0;
        case "status": {
            const rows = await statusRows(fleet);
            print(asked.json ? inJson(rows) : statusTable(rows));
            return rows.some(({ lastRun }) => /failed|unfinished/.test(lastRun)) ? 1 : 0;
        }
        default:
            return await run({ ...fleet, operation: asked.command });
    }
}

type Run = Omit<
    Parameters<typeof runFleet>[0],
    "maxRequestsPerMinute" | "maxConcurrency" | "interruption"
>;

async function run(asked: Run & Pick<Asked, "json">): Promise<number> {
    const limits = {
        maxRequestsPerMinute: setting("PARTNERCENTER_MAX_REQUESTS_PER_MINUTE", 500),
        maxConcurrency: setting("PARTNERCENTER_MAX_CONCURRENCY", 16),
    };
    const report = await runFleet(
        { ...asked, ...limits, interruption: interruption() },
        progressBar(),
    );
    await keep(report, join(asked.folder, ".fleet"));
    print(asked.json ? inJson(report) : inWords(report));
    return report.hasSucceeded ? 0 : 1;
}

async function keep(report: FleetReport, folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "report.json"), inJson(report));
    await writeFile(join(folder, "report.md"), inMarkdown(report));
}

function inJson(value: unknown): string {
    return JSON.stringify(value, undefined, 4);
}

function print(text: string): void {
    process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: Error) => {
        const isForPeople =
            error instanceof Refused || error instanceof FaultyFile || error instanceof TypeError;
        process.stderr.write(`${isForPeople ? error.message : error.stack}\n`);
        process.exitCode = 2;
    },
);
