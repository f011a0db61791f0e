import type { Results } from "../results";
import { guidance } from "./guidance";
import { sections } from "./sections";
import { select } from "./select";
import { targetTable } from "./targets";

/** The whole document, as its raw figures have it. */
export function performanceDocument(results: Results): string {
    return `---
title: Performance
group: Reference
---

# How fast it is

What a user waits for is Pulumi's engine, the service and its rate limit, and this package. These are
measurements of the third beside the first two, and what follows from them for a program.

<!-- Written by \`npm run bench\` from performance/figures.json; the words are in bench/document/. -->

## What matters

${guidance(results)}
## What we hold ourselves to

Ratios are of medians of one run, in which the contestants take turns; less than 1 is faster.

${targetTable(results)}

## How it is measured

${circumstances(results)}

- **ours**: this package, with \`onlineValidation: off\`, signed in with a client secret. Its program imports
  nothing else, and so goes without the Automation API that the SDK's own entry loads.
- **ours beside the SDK**: the same, in a program that imports \`@pulumi/pulumi\` too, as the others here must.
- **floor**: a dynamic provider of the same members that does nothing and sends nothing, by the SDK's own
  \`dynamic.Resource\` with its serialised closure: what Pulumi itself takes.
- **typical**: a dynamic provider written as tutorials and Pulumi's own examples have it. Its class stands in
  the program; each call gets itself a token, by the built-in \`fetch\`; nothing is kept, checked or tried
  again. To have the same outputs it reads a new customer back, as we do, because the service's answer to a
  creation lacks some. Without that it would send two requests for a customer instead of four; ours sends
  two for a customer, and two for each run to sign in.
${terraform(results)}

All make the same customers (\`bench/contestants/\`). Those of Pulumi are programs in TypeScript, run
by the real engine on a \`file://\` backend with a passphrase, without the type check
(\`PULUMI_NODEJS_TRANSPILE_ONLY\`). The service is the simulator, over TLS, in a process of its own: its processor
time is not counted, but it shares the machine with those who call it. Nothing limits the number of requests,
except where that is what is measured. The policy of the customers is \`delete\`, so that \`destroy\` removes
each by a call. \`up again\` is an \`up\` without a change. Processor time and memory are those of all processes
together (engine, language host, program, provider), looked up every 50 ms in \`/proc\`; memory that processes
share counts in each of them.

${sections(results)}`;
}

/** What it does and what it leaves out; where it was not measured, only that. */
function terraform({ scale }: Results): string {
    return select(scale?.measurements, { contestant: "terraform" }).length > 0
        ? `- **Terraform**: the provider \`restapi\` in a configuration written by its documentation
  (\`bench/contestants/terraform.tf\`), with local state, ten operations at once as is its default. \`preview\` is
  \`terraform plan\`, \`up\` is \`apply\`, \`refresh\` is \`apply -refresh-only\`. It keeps what the service answers to a creation,
  and reads nothing back. The provider reads a customer twice, and \`apply\` and \`destroy\` read all that exist
  first, which Pulumi does only when it is asked to: \`up again\` is not the same work. By itself it would get a
  token for each call, so it is handed one that was made before and is not counted. It checks nothing at a
  preview, sends no request id, cannot change a customer (Partner Center takes a billing profile at another path,
  with its etag), and keeps the administrator's password in clear in its state, which \`destroy\` prints.`
        : `
Terraform with the provider \`restapi\` is not among them: it was not on the machine, and what was not measured is
not written here. Where \`terraform\` and \`terraform-provider-restapi\` are on the PATH, \`npm run bench\` measures
them too.`;
}

function circumstances(results: Results): string {
    const parts = Object.values(results);
    const machines = [...new Set(parts.map(({ machine }) => machine))];
    const days = [...new Set(parts.map(({ measuredAt }) => measuredAt.slice(0, 10)))];
    return `On ${machines.join("; ")}; ${days.join(", ")}. \`npm run bench\` does it again; the raw figures are in
[figures.json](performance/figures.json).`;
}
