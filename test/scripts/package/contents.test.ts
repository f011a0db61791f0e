import assert from "node:assert/strict";
import { test } from "node:test";
import { problemsOfContents } from "../../../scripts/package/contents";

const manifest = { exports: { ".": "./dist/provider/index.js" }, bin: {}, scripts: {} };

function problemsOf(paths: readonly string[], size = 1000): string[] {
    const files = ["dist/provider/index.js", ...paths].map((path) => ({ path }));
    return problemsOfContents({ filename: "a.tgz", size, unpackedSize: size, files }, manifest);
}

test("documentation and what was built belong into the package", () => {
    assert.deepEqual(problemsOf(["README.md", "docs/errors.md", "dist/simulator/index.d.ts"]), []);
});

test("sources, tests, source maps and what a run leaves behind do not", () => {
    const strangers = [
        "provider/index.ts",
        "dist/test/a.test.js",
        "dist/provider/index.js.map",
        ".simulator/key-and-certificate.pem",
        "Pulumi.dev.yaml",
    ];
    assert.deepEqual(
        problemsOf(strangers),
        strangers.map((path) => `${path} is not for users`),
    );
});

test("a package that has grown out of proportion is a problem", () => {
    assert.deepEqual(problemsOf([], 600_000), ["its size is more than 500000 bytes"]);
});
