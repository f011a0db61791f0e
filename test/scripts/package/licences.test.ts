import assert from "node:assert/strict";
import { test } from "node:test";
import { problemsOfLicences } from "../../../scripts/package/licences";

function problemsOf(license: string | undefined, path = "node_modules/a"): string[] {
    return problemsOfLicences({ packages: { [path]: license === undefined ? {} : { license } } });
}

test("of licences to choose from one must be accepted, of licences together each", () => {
    assert.deepEqual(problemsOf("MIT"), []);
    assert.deepEqual(problemsOf("(MIT OR GPL-3.0)"), []);
    assert.deepEqual(problemsOf("(BSD-3-Clause AND Apache-2.0)"), []);
    assert.deepEqual(problemsOf("(MIT AND GPL-3.0)"), ["a: (MIT AND GPL-3.0)"]);
});

test("a package that says nothing of its licence is a problem, also deep in the tree", () => {
    assert.deepEqual(problemsOf(undefined), ["a: no licence"]);
    const deep = "node_modules/a/node_modules/@b/c";
    assert.deepEqual(problemsOf("SEE LICENSE IN LICENSE", deep), ["@b/c: SEE LICENSE IN LICENSE"]);
});
