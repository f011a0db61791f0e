import "../fasterClock";
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { runTable, violationsOf } from "../faults/table";
import { runSequences } from "../sequences/run";
import { documentFile, documentOf, readDocument } from "./document";
import { introduction } from "./introduction";

test("the document begins with what a user must know, and says nothing of a loss", async () => {
    if (process.env.WRITE_DOCUMENT) {
        const results = await runTable();
        assert.deepEqual(violationsOf(results), []);
        writeFileSync(documentFile, documentOf(results, await runSequences(500)));
    }
    const text = readDocument();
    assert.ok(text.startsWith(introduction), "write it again with WRITE_DOCUMENT=1");
    const cells = [...text.matchAll(/(\d+) · (\d+) · (\d+) · (\d+)/g)];
    assert.ok(cells.length >= 60);
    for (const [cell, injected, tenants, lost] of cells) {
        assert.ok(Number(injected) > 0 && tenants === "1" && lost === "0", cell);
    }
});
