import type { Results } from "../results";
import { guidance } from "./guidance";
import {
    checkpointsTable,
    costTable,
    fleetTable,
    latencyTable,
    limitTable,
    loadingTable,
    requestTable,
    timeTable,
} from "./tables";
import { targetTable } from "./targets";

/** The whole document, as its raw figures have it. */
export function performanceDocument(results: Results): string {
    return `# How fast it is

What a user waits for is Pulumi's engine, the service and its rate limit, and this package. These are
measurements of the third beside the first two, and what follows from them for a program.

<!-- Written by \`npm run bench\` from performance/figures.json; the text is in bench/document/. -->

## What matters

${guidance(results)}
## What we hold ourselves to

Ratios are of medians of one run, in which the contestants take turns; less than 1 is faster.

${targetTable(results)}

## How it is measured

${setting(results)}

- **ours**: this package, with \`onlineValidation: off\`, signed in with a client secret.
- **floor**: a dynamic provider of the same members that does nothing and sends nothing, as the SDK's own
  \`dynamic.Resource\` with its serialised closure. What Pulumi itself takes, as far as one can get.
- **typical**: a dynamic provider written as tutorials and Pulumi's own examples have it: its class stands
  in the program, each call gets itself a token by the built-in \`fetch\`, nothing is kept, checked or
  tried again. To have the same outputs it reads a new customer back, as we do, because the service's
  answer to a creation lacks some. Without that it would send two requests for a customer instead of
  four; ours sends two for a customer, and two for each run to sign in.

All three are programs in TypeScript that make the same customers ([bench/contestants](../bench/contestants)),
run by the real engine on a \`file://\` backend with a passphrase, without the type check
(\`PULUMI_NODEJS_TRANSPILE_ONLY\`). The service is the simulator, over TLS, in a process of its own: its
processor time is not counted, but it shares the machine with those who call it. Neither it nor
\`maxRequestsPerMinute\` limits the number of requests, except where that is what is measured. The policy
of the customers is \`delete\`, so that \`destroy\` makes one call for each. \`up again\` is an \`up\` without
a change. Processor time and memory are those of all processes together (engine, language host, program,
provider), sampled every 50 ms from \`/proc\`; shared memory counts in each process.

A REST provider of Terraform is not among the contestants: there was no \`terraform\` on the machine, and
what was not measured is not written here. What it would take for the same customers can be measured with
\`time terraform apply\` against \`npx partnercenter-simulator --customer-limit 1000 --requests-per-minute 0\`.

## Operations

![Seconds of each operation](performance/operations.svg)

${timeTable(results)}

${costTable(results)}

${requestTable(results)}

## A slow service

Pulumi runs as many operations at once as \`--parallel\` says, by default four for each processor. Where
the service is slow, that is what counts: the number of requests one after the other. The preview with
\`onlineValidation\` asks about each customer in turn, because the engine checks them in turn.

![An update against a slow service](performance/latency.svg)

${latencyTable(results)}

## At the service's limit

The service allows 500 requests a minute about customers. Ours slows down before that; what is refused
all the same is sent again when the service said so. The share is that of the minutes that were full. The
hand-written provider does neither, and its update fails.

![Calls answered beside those allowed](performance/limit.svg)

${limitTable(results)}

## One stack, or a fleet of stacks

After each step the engine writes the whole state again, so the cost of a stack grows with the square of
its customers, and that of a fleet of stacks ([examples/fleet](../examples/fleet)) in a line.

![Update by number of customers](performance/scale.svg)

${fleetTable(results)}

## Checkpoints

${checkpointsTable(results)}

## Loading

From the start of a Node.js process until it was done; a bare one takes part of it.

${loadingTable(results)}

Memory is measured in one process that checks and creates customer after customer by the provider object
that the engine loads, eight at a time, after collecting garbage. The first hundred are left out: with
them everything is loaded and compiled.
`;
}

function setting(results: Results): string {
    const parts = Object.entries(results);
    const machines = [...new Set(parts.map(([, { machine }]) => machine))];
    const days = [...new Set(parts.map(([, { measuredAt }]) => measuredAt.slice(0, 10)))];
    return `On ${machines.join("; ")}; ${days.join(", ")}. \`npm run bench\` does it again: the raw figures are in
[figures.json](performance/figures.json).`;
}
