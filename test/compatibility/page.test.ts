import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engines, peerDependencies } from "../../package.json";
import { cells } from "./cells";
import { pageOf } from "./page";
import { faultOf, pageFile, readResults } from "./results";

test("docs/compatibility.md is what `npm run matrix` has measured, and nothing failed", () => {
    const measured = readResults();
    assert.equal(readFileSync(pageFile, "utf8"), pageOf(measured));
    assert.deepEqual(
        measured.results.flatMap((result) => faultOf(result) ?? []),
        [],
    );
    const tried = measured.results.map(({ cell }) => cell);
    assert.deepEqual(tried, cells, "the cells have changed: run `npm run matrix` again");
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

test("a row that did not do all of it is a fault, as is a limit that is none any more", () => {
    const [cell] = cells;
    assert.ok(cell);
    const whole = { install: 1, preview: 1, up: 1, refresh: 1, destroy: 1 };
    assert.equal(faultOf({ cell, outcome: { seconds: whole } }), undefined);
    const { destroy, ...rest } = whole;
    assert.match(faultOf({ cell, outcome: { seconds: rest } }) ?? "", /npm, project/);
    const limited = { ...cell, limit: { reason: "", message: "no such module" } };
    assert.match(faultOf({ cell: limited, outcome: { seconds: whole } }) ?? "", /not success/);
    const refused = { seconds: {}, failure: "there is no such module here" };
    assert.equal(faultOf({ cell: limited, outcome: refused }), undefined);
});
