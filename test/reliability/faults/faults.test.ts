import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../document/document";
import { faultTable, operationTable } from "../document/tables";
import { faultPoints, runTable, violationsOf } from "./table";

test("whatever goes wrong on whichever request: one tenant, its password, and a state that agrees", async () => {
    assert.ok(faultPoints.length >= 60);
    const results = await runTable();
    assert.deepEqual(violationsOf(results), []);
    const written = withoutCounts(readDocument());
    for (const table of [faultTable(results), operationTable(results)]) {
        assert.ok(written.includes(withoutCounts(table)), "write docs/reliability.md again");
    }
});

/** How often a fault came about depends on chance, where waits do. */
function withoutCounts(text: string): string {
    return text
        .replace(/\d+ · (\d+ · \d+ · \d+)/g, "n · $1")
        .replace(/^(\| [a-z ]+ \| \d+) \| \d+ \|/gm, "$1 | n |");
}
