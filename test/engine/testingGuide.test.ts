import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { codeBlocks } from "../docs/codeBlocks";
import { newStack } from "./harness/newStack";
import { Operation } from "./harness/operation";
import { customerProgram } from "./programs";

test("a partner's own test, as the guide has it, makes a customer", {
    timeout: 60_000,
}, async (t) => {
    const blocks = codeBlocks().filter(({ place }) => place.startsWith("docs/guide/testing.md:"));
    assert.equal(blocks.length, 1);
    const stack = await newStack({ program: customerProgram() });
    t.after(() => stack.remove());
    const { folder } = stack.project;
    await writeFile(join(folder, "own.test.mts"), blocks[0]?.code ?? "");

    const args = ["--import", pathToFileURL(require.resolve("tsx")).href, "own.test.mts"];
    const ownTest = new Operation(args, folder, { ...stack.env }, process.execPath);
    t.after(() => ownTest.end());

    (await ownTest.result).expectSuccess();
    await stack.resource("contoso");
});
