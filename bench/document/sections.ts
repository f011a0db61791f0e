import type { Part, Results } from "../results";
import { costTable, requestTable, timeTable } from "./scaleTables";
import {
    checkpointsTable,
    fleetTable,
    latencyTable,
    limitTable,
    loadingTable,
    memoryTable,
} from "./tables";

/** What each part has measured, in the order of reading; of a part that was not measured, nothing. */
export function sections(results: Results): string {
    return (Object.keys(texts) as Part[])
        .filter((part) => results[part] !== undefined)
        .map((part) => texts[part](results))
        .join("\n");
}

const texts: Record<Part, (results: Results) => string> = {
    scale: (results) => `## Operations

![Seconds of each operation](performance/operations.svg)

${timeTable(results)}

${costTable(results)}

${requestTable(results)}
`,

    latency: (results) => `## A slow service

Pulumi runs as many operations at once as \`--parallel\` says, by default four for each processor. Where the
service is slow, that is what counts, and the number of requests one after the other. The engine checks one new customer
after the other; a preview with \`onlineValidation\` asks about all of them at once all the same.

![An update against a slow service](performance/latency.svg)

${latencyTable(results)}
`,

    limit: (results) => `## At the service's limit

The service allows 500 requests a minute about customers. Ours keeps to that by itself; what is refused all
the same is sent again when the service said so. The share is that of the minutes that were full. The
hand-written provider does neither.

![Calls answered beside those allowed](performance/limit.svg)

${limitTable(results)}
`,

    fleet: (results) => `## One stack, or a fleet of stacks

After each step the engine writes the whole state again, so the cost of a stack grows with the square of its
customers, and that of a fleet of stacks ([examples/fleet](../examples/fleet/README.md)) in a line.

![Update by number of customers](performance/scale.svg)

${fleetTable(results)}
`,

    checkpoints: (results) => `## Without checkpoints

${checkpointsTable(results)}
`,

    loading: (results) => `## Loading

From the start of a bare Node.js process until it was done, or where it says so from what was loaded before;
medians.

${loadingTable(results, "bare", "a process that loads")}

The engine never loads a provider in a bare process. It does so in one of the SDK, which has loaded Node's HTTP
and TLS and much else by then. The figures below are of that process, from the request for the first \`read\`
until its answer, and the target above is held against them.

${loadingTable(results, "dynamic provider", "a provider")}
`,

    memory: (results) => `## Memory

What the heap holds, after collecting garbage, of one process that checks and creates customer after customer
by the provider object that the engine loads, eight at a time. With the first of them everything is loaded and
compiled, so the growth is that from then on.

${memoryTable(results)}
`,
};
