import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PointResult } from "../faults/runPoint";
import { fixedSeed, type SequenceTotals } from "../sequences/run";
import { introduction } from "./introduction";
import { faultTable, operationTable, totalsTable } from "./tables";

/** Where the document stands. */
export const documentFile = resolve(__dirname, "../../../docs/reliability.md");

export function readDocument(): string {
    return readFileSync(documentFile, "utf8");
}

/** The whole document, as a run has measured it. */
export function documentOf(results: readonly PointResult[], totals: SequenceTotals): string {
    return `${introduction}
## Measured

This part is written by \`npx tsx scripts/test.ts reliability/document\` with \`WRITE_DOCUMENT=1\`; the
tests fail where it is not what they find. A fault point is one fault on one request of one operation.
After the fault Pulumi is started again without it; then state, program and service are compared, and a
preview must show no change. Checks, previews of a new customer and of a change, and removals by
\`retain\` and \`prevent\` ask the service nothing: nothing can go wrong there.

${operationTable(results)}

In each cell: how often the fault was injected · tenants made for the resource, at most · passwords
lost · manual steps needed. An empty cell: the fault cannot happen there. What stands in front of a
colon is a choice of the simulator where no source says how the service behaves.

${faultTable(results)}

Generated histories of one or two customers, with updates, portal changes, faults, kills, removals and
adoptions in any order, played with the seed ${fixedSeed}; \`npm run test:soak\` plays others:

${totalsTable(totals)}
`;
}
