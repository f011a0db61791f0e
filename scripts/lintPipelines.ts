import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Checks the sample pipelines with the schemas of their vendors, and with actionlint. Needs Python 3 and Go. */
const samples = resolve(__dirname, "../examples/pipelines");
const folder = mkdtempSync(join(tmpdir(), "partnercenter-pipelines-"));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
    execFileSync(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio: "inherit" });
}

try {
    run("python3", ["-m", "venv", "venv"]);
    run("venv/bin/pip", ["install", "--quiet", "check-jsonschema==0.39.0"]);
    for (const [schema, file] of [
        ["github-workflows", "github-actions.yml"],
        ["azure-pipelines", "azure-pipelines.yml"],
        ["gitlab-ci", "gitlab-ci.yml"],
    ] as const) {
        run("venv/bin/check-jsonschema", [
            // The expressions of these schemas are not all Unicode ones.
            "--regex-variant=nonunicode",
            `--builtin-schema=vendor.${schema}`,
            join(samples, file),
        ]);
    }
    mkdirSync(join(folder, "bin"));
    run("go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"], {
        GOBIN: join(folder, "bin"),
    });
    run("bin/actionlint", [join(samples, "github-actions.yml")]);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
