import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../document/document";
import { totalsTable } from "../document/tables";
import { fixedSeed, runSequences } from "./run";

const soak = Number(process.env.SOAK_SEQUENCES ?? 0);
const seed = Number(process.env.SOAK_SEED ?? fixedSeed);

test("any history of updates, portal changes, faults and kills ends with one tenant and its password", async (t) => {
    const totals = await runSequences(soak || 500, seed);
    t.diagnostic(`seed ${seed}: ${JSON.stringify(totals)}`);
    assert.ok(totals.sequences >= (soak || 500));
    assert.ok(
        soak > 0 || (totals.faults > 100 && totals.kills > 100),
        "the histories meet faults and kills",
    );
    const { duplicates, passwordsLost, disagreements } = totals;
    assert.deepEqual({ duplicates, passwordsLost, disagreements }, noLosses);
    if (soak === 0) {
        assert.equal(namesOf(readDocument()), namesOf(totalsTable(totals)), "docs/reliability.md");
    }
});

const noLosses = { duplicates: 0, passwordsLost: 0, disagreements: 0 };

/** The rows about sequences, with the figures only where they are promised. */
function namesOf(text: string): string {
    const rows = text.split("\n").filter((line) => line.startsWith("| histories:"));
    return rows
        .map((row) =>
            /two tenants|lost|disagree|played/.test(row) ? row : row.replace(/\d+/g, "n"),
        )
        .join("\n");
}
