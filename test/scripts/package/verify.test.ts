import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { verifyPackage } from "../../../scripts/package/verify";

test("nothing is wrong with the package", async () => {
    const { problems, files } = await verifyPackage();
    assert.deepEqual(problems, []);
    assert.ok(files.some(({ path }) => path === "dist/provider/dynamic/entry.js"));
});

test("each judge finds what is wrong with a package", async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-package-"));
    t.after(() => rm(folder, { recursive: true }));
    const manifest = {
        name: "broken",
        version: "1.0.0",
        exports: { ".": { types: "./missing.d.ts", default: "./missing.js" } },
        bin: {},
        scripts: { postinstall: "node mine.js" },
    };
    const lock = {
        packages: { "": { license: "MIT" }, "node_modules/left": { license: "GPL-3.0" } },
    };
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
    await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
    await writeFile(join(folder, "index.d.ts"), "export default 1;");
    const { problems } = await verifyPackage(folder);
    for (const expected of [
        "index.d.ts is not for users",
        "missing.js is missing",
        "the script postinstall would run on every user's machine",
        "left: GPL-3.0",
    ]) {
        assert.ok(problems.includes(expected), expected);
    }
    assert.ok(problems.some((problem) => problem.startsWith("publint: ")));
    assert.ok(problems.some((problem) => problem.startsWith("Are The Types Wrong: ")));
});
