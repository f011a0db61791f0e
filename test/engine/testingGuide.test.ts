import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { newStack } from "./harness/newStack";
import { Operation } from "./harness/operation";
import { repository } from "./harness/project";
import { customerProgram } from "./programs";

test("a partner's own test, as the guide has it, makes a customer", {
    timeout: 60_000,
}, async (t) => {
    const page = await readFile(join(repository, "docs/guide/testing.md"), "utf8");
    const [, sample = ""] = /```ts\n(.*?)```/s.exec(page) ?? [];
    const stack = await newStack({ program: customerProgram() });
    t.after(() => stack.remove());
    const { folder } = stack.project;
    await writeFile(join(folder, "own.test.mts"), sample);
    await symlink(
        join(repository, "node_modules/tsx"),
        join(folder, "node_modules/tsx"),
        "junction",
    );

    const args = ["--import", "tsx", "own.test.mts"];
    const ownTest = new Operation(args, folder, { ...stack.env }, process.execPath);
    t.after(() => ownTest.end());

    (await ownTest.result).expectSuccess();
    await stack.resource("contoso");
});
