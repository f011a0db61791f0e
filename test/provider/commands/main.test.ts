import assert from "node:assert/strict";
import { test } from "node:test";
import { runCommand } from "./harness";

test("--help tells every command, and of each every flag", async () => {
    for (const [args, words] of [
        [["--help"], ["check-access", "consent", "Exit codes"]],
        [
            ["check-access", "--help"],
            ["--profile", "--json", "Exit codes"],
        ],
        [
            ["consent", "--help"],
            ["--file", "--device-code", "public client flows", "--port", "--timeout", "--profile"],
        ],
    ] as const) {
        const { exitCode, out, err } = await runCommand(args);
        assert.deepEqual([exitCode, err], [0, ""]);
        for (const word of words) {
            assert.ok(out.includes(word), word);
        }
    }
});

for (const [args, reason] of [
    [[], /a command is missing/],
    [["chek-access"], /there is no command chek-access/],
    [["constructor"], /there is no command constructor/],
    [["check-access", "--bogus"], /Unknown option '--bogus'/],
    [["check-access", "more"], /Unexpected argument 'more'/],
    [["consent", "--file"], /--file/],
] as const) {
    test(`partnercenter ${args.join(" ")} is wrong use, with exit code 2`, async () => {
        const { exitCode, out, err } = await runCommand(args);
        assert.deepEqual([exitCode, out], [2, ""]);
        assert.match(err, reason);
        assert.equal(err.trim().split("\n").length, 1);
    });
}
