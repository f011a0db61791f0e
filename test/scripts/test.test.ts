import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { engineVersion } from "../../scripts/engine/version";
import { fakeMachine, putPulumi } from "./fakeMachine";

/** Runs the tests in a file of this text as `npm test` does. */
function runTests(t: TestContext, text: string) {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);
    // With a space, as a folder of a user may have one.
    const file = join(machine.root, "some file.test.ts");
    writeFileSync(file, `import { test } from "node:test";\n${text}`);
    return run(machine.env, file);
}

function run(env: NodeJS.ProcessEnv, ...args: string[]) {
    return spawnSync(process.execPath, ["--import", "tsx", "scripts/test.ts", ...args], {
        // Of this runner's own environment nothing: the one inside would report to it.
        env,
        encoding: "utf8",
    });
}

/** The last line is always the last one of the runner's summary. */
function assertEndsWithSummary(output: string, tests: number): void {
    const summary = output.trimEnd().split("\n").slice(-8);
    assert.match(summary[0] ?? "", new RegExp(`^. tests ${tests}$`), output);
    assert.match(summary[7] ?? "", /^. duration_ms [\d.]+$/, output);
}

test("a run ends with the runner's own summary and its code", (t) => {
    const { status, stdout } = runTests(t, `test("fine", () => {});`);
    assertEndsWithSummary(stdout, 1);
    assert.equal(status, 0);
});

test("a failed test fails the run, which still ends with the summary", (t) => {
    const { status, stdout } = runTests(t, `test("bad", () => { throw new Error("broken"); });`);
    assert.match(stdout, /broken/);
    assertEndsWithSummary(stdout, 1);
    assert.equal(status, 1);
});

test("a file without any test fails the run", (t) => {
    const { status, stdout } = runTests(t, "void test;");
    assert.match(stdout, /^There is no test in .*some file\.test\.ts\.$/m);
    assert.equal(status, 1);
});

test("a run in which no test is left fails", (t) => {
    const { status, stdout } = runTests(t, `test.describe("nothing in it", () => {});`);
    assert.match(stdout, /^No test was run\.$/m);
    assert.equal(status, 1);
});

test("a filter that fits no file fails the run before anything is done, also beside one that does", (t) => {
    for (const filters of [["no-such-file"], ["scripts/version", "no-such-file"]]) {
        const { status, stdout, stderr } = run(fakeMachine(t).env, ...filters);
        assert.equal(stdout, "");
        assert.match(stderr, /^No test file was found "no-such-file"\.$/m);
        assert.equal(status, 1);
    }
});

test("the tests trust the simulator, and whatever this machine trusted before", (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);
    const before = join(machine.root, "before.pem");
    writeFileSync(before, "trusted before");
    const file = join(machine.root, "some.test.ts");
    writeFileSync(
        file,
        `
        import assert from "node:assert/strict";
        import { readFileSync } from "node:fs";
        import { test } from "node:test";
        test("trust", () => {
            const trusted = readFileSync(process.env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
            const own = readFileSync(".simulator/certificate.pem", "utf8");
            assert.ok(trusted.includes(own) && trusted.includes("trusted before"));
        });`,
    );

    const { status, stdout } = run({ ...machine.env, NODE_EXTRA_CA_CERTS: before }, file);

    assert.equal(status, 0, stdout);
});
