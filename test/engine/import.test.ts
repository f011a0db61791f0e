import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { runCommand } from "../provider/commands/harness";
import { createCustomer, customerBody } from "../simulator/harness";
import { apiCalls, partnerStack } from "./partner";

const size = 300;

test("300 customers come into a stack, and the program that is written for them changes nothing", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        { program: "" },
        { customerLimit: size, requestsPerMinute: 0, uncertain: { maximumPageSize: 100 } },
    );
    for (let index = 0; index < size; index += 1) {
        await createCustomer(simulator, customerBody(`customer${index}.onmicrosoft.com`));
    }
    simulator.forgetRequests();

    const [file, program] = ["import.json", "imported.ts"].map((name) =>
        join(stack.project.root, name),
    ) as [string, string];
    const { exitCode, err } = await runCommand(
        ["import", "--file", file, "--program", program, "--all"],
        simulator.settings(),
    );
    assert.deepEqual({ exitCode, err }, { exitCode: 0, err: "" });
    const imported = ["import", "--file", file, "--generate-code=false", "--protect=false"];
    (await stack.run(...imported, "--yes", "--non-interactive")).expectSuccess();

    await stack.rewriteProgram(await readFile(program, "utf8"));
    const up = (await stack.up("--expect-no-changes")).expectSuccess();
    assert.match(up.output, new RegExp(`${size + 1} unchanged`));
    assert.deepEqual(
        apiCalls(simulator).filter((call) => !call.startsWith("GET ")),
        [],
    );
});
