import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engines, peerDependencies } from "../../package.json";
import { cells, limits } from "./cells";
import type { Outcome } from "./life";
import { pageOf } from "./page";
import { faultsOf, pageFile, readResults } from "./results";

test("docs/compatibility.md is what `npm run matrix` has measured, and nothing failed", () => {
    const measured = readResults();
    assert.equal(readFileSync(pageFile, "utf8"), pageOf(measured));
    assert.deepEqual(faultsOf(measured), []);
    const changed = "the projects have changed: run `npm run matrix` again";
    assert.deepEqual(
        measured.results.map(({ cell }) => cell),
        cells,
        changed,
    );
    assert.deepEqual(
        measured.limits.map(({ limit }) => limit),
        limits,
        changed,
    );
});

test("the oldest Node.js and the oldest SDK that the package allows are among what was tried", () => {
    for (const version of engines.node.match(/\d+\.\d+\.\d+/g) ?? []) {
        assert.ok(
            cells.some(({ node }) => node === version),
            version,
        );
    }
    const oldest = peerDependencies["@pulumi/pulumi"].replace("^", "");
    assert.ok(cells.some(({ pulumi }) => pulumi === oldest));
});

test("a project that did not do all of it is a fault, as is a limit that is none any more", () => {
    const [cell] = cells;
    const [limit] = limits;
    assert.ok(cell && limit);
    const whole = { install: 1, preview: 1, up: 1, refresh: 1, destroy: 1 };
    const faultsOfOne = (outcome: Outcome) =>
        faultsOf({ results: [{ cell, outcome }], limits: [] });
    assert.deepEqual(faultsOfOne({ seconds: whole }), []);
    const { destroy, ...rest } = whole;
    assert.match(faultsOfOne({ seconds: rest })[0] ?? "", /npm, project/);

    const faultsOfLimit = (outcome: Outcome) =>
        faultsOf({ results: [], limits: [{ limit, outcome }] });
    assert.match(faultsOfLimit({ seconds: whole })[0] ?? "", /not success/);
    assert.match(
        faultsOfLimit({ seconds: {}, failure: "out of memory" })[0] ?? "",
        /not out of memory/,
    );
    assert.deepEqual(faultsOfLimit({ seconds: {}, failure: `Error: ${limit.message}` }), []);
});
