import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Checks the sample pipelines, and our own, with the schemas of their vendors, and with actionlint. Needs Python 3 and Go. */
const samples = resolve(__dirname, "../examples/pipelines");
const fleet = resolve(__dirname, "../examples/fleet/pipelines");
const ours = resolve(__dirname, "../.github/workflows");
const workflows = [
    join(samples, "github-actions.yml"),
    join(fleet, "github-actions.yml"),
    join(ours, "ci.yml"),
    join(ours, "release.yml"),
];
const folder = mkdtempSync(join(tmpdir(), "partnercenter-pipelines-"));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
    execFileSync(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio: "inherit" });
}

try {
    run("python3", ["-m", "venv", "venv"]);
    run("venv/bin/pip", ["install", "--quiet", "check-jsonschema==0.39.0"]);
    for (const [schema, ...files] of [
        ["github-workflows", ...workflows],
        ["azure-pipelines", ...[samples, fleet].map((at) => join(at, "azure-pipelines.yml"))],
        ["gitlab-ci", join(samples, "gitlab-ci.yml")],
    ] as const) {
        run("venv/bin/check-jsonschema", [
            // The expressions of these schemas are not all Unicode ones.
            "--regex-variant=nonunicode",
            `--builtin-schema=vendor.${schema}`,
            ...files,
        ]);
    }
    mkdirSync(join(folder, "bin"));
    run("go", ["install", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"], {
        GOBIN: join(folder, "bin"),
    });
    run("bin/actionlint", workflows);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
