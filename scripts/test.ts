import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { ensureCertificate } from "../simulator/certificate";
import { engineEnvironment, withoutCredentials } from "./engine/environment";

const root = resolve(__dirname, "..");
const workFolder = join(root, ".simulator");

/**
 * The test files that the arguments ask for: a path, or a part of a path below `test/`.
 *
 * @throws Error if an argument asks for none: it is misspelt, and what it was to run is not run.
 */
async function findFiles(filters: readonly string[]): Promise<string[]> {
    const entries = await readdir(join(root, "test"), { recursive: true });
    const all = entries.filter((entry) => entry.endsWith(".test.ts")).sort();
    const paths = all.map((entry) => join("test", entry));
    const asked = (filters.length === 0 ? [""] : filters).flatMap((filter) => {
        const isFile = existsSync(filter) && filter.endsWith(".test.ts");
        const found = isFile ? [filter] : paths.filter((path) => path.includes(filter));
        if (found.length === 0) {
            throw new Error(`No test file was found "${filter}".`);
        }
        return found;
    });
    return [...new Set(asked)];
}

/** A file with the simulator's certificate, on top of what this machine is told to trust. */
async function trustedCertificates(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
    const { certificate } = await ensureCertificate(workFolder);
    const file = join(folder, "trusted.pem");
    const others = env.NODE_EXTRA_CA_CERTS;
    const rest = others !== undefined && existsSync(others) ? await readFile(others, "utf8") : "";
    await writeFile(file, `${certificate}\n${rest}`);
    return file;
}

/** Runs the files as `node --test` does, and keeps what it reports in a second, plain form. */
function runTests(
    files: readonly string[],
    reportFile: string,
    env: NodeJS.ProcessEnv,
): Promise<number> {
    const args = [
        // Two more than the cores, which are busy then while a file waits for a service that is slow on purpose.
        ["--import", "tsx", "--test", "--test-concurrency=4"],
        ["--test-reporter=spec", "--test-reporter-destination=stdout"],
        ["--test-reporter=tap", `--test-reporter-destination=${reportFile}`],
        files,
    ].flat();
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
    return new Promise((resolveCode, reject) => {
        child.once("error", reject);
        child.once("exit", (code) => resolveCode(code ?? 1));
    });
}

/** What a run that the runner itself calls a success lacks. */
function findGaps(report: string, files: readonly string[]): string[] {
    // The runner reports a file without any test as if it were one test that has passed.
    const passed = [...report.matchAll(/^ok \d+ - (.+\.test\.ts)$/gm)].map(([, name]) => name);
    const empty = files.filter((file) => passed.some((name) => name && resolve(name) === file));
    const gaps = empty.map((file) => `There is no test in ${relative(root, file)}.`);
    return /^# tests 0$/m.test(report) ? [...gaps, "No test was run."] : gaps;
}

async function main(filters: readonly string[]): Promise<number> {
    const files = (await findFiles(filters)).map((file) => resolve(root, file));
    await mkdir(workFolder, { recursive: true });
    const folder = await mkdtemp(join(workFolder, "test-"));
    try {
        const env = withoutCredentials(await engineEnvironment());
        env.NODE_EXTRA_CA_CERTS = await trustedCertificates(folder, env);
        const reportFile = join(folder, "report.tap");
        const code = await runTests(files, reportFile, env);
        const report = await readFile(reportFile, "utf8");
        const gaps = findGaps(report, files);
        if (code !== 0 || gaps.length > 0) {
            // The failures are printed in full behind the runner's summary: here it is once more.
            console.log(["", ...gaps, ...(report.match(/^# .*$/gm) ?? []).slice(-8)].join("\n"));
        }
        return gaps.length > 0 ? 1 : code;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    },
);
