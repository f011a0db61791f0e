import { withoutCheckpoints } from "../parts/checkpoints";
import { withOnlineValidation } from "../parts/latency";
import type { Measurement, Results } from "../results";
import { shown, table } from "./markdown";
import { medianOf, requestsOf, select, type Wanted } from "./select";

/** What a user does with the figures. */
export function guidance(results: Results): string {
    return `**How many customers for a stack.** ${stackSize(results)}

**Settings, and what each costs.**

${settingsTable(results)}

**\`PULUMI_SKIP_CHECKPOINTS=true\`** lets the engine write the state once, at the end of a run, instead of after
each step. ${checkpoints(results)}

If such a run is killed (power, out of memory, a second ^C; the first one still writes the state), nothing
of it is in the state, also not what was finished. What then saves the customers is the request id, which
is the same for the same customer in every run:

- **Creations come back.** Run \`pulumi cancel\`, and the *unchanged* program again: the service answers each
  creation with its first answer, password included, and makes no second tenant. A test kills the engine in
  this mode and proves it.
- **Not after a change.** Another name, stack, domain or billing profile is another request id. The domain
  is taken then; the error gives the \`existingCustomerId\` line that takes the customer over, without its
  password: reset it in the tenant.
- **Not for ever.** Nobody has said how long the service knows a request id. When it has forgotten, the same
  as after a change happens, and for *every* customer of the killed run. With checkpoints only those that
  were under way at the kill are at stake.
- **Updates and removals** that were done are not in the state either. That costs nothing but time: an update
  is written again, and a customer who is gone counts as removed. Customers that were taken over are taken
  over again.

So use it for a first run that creates hundreds of customers in one stack, on a machine that is not taken
away, and start a killed run again at once; not as a rule in a pipeline. A fleet of stacks keeps its
checkpoints, and risks none of this${fleetBeside(results)}.
`;
}

function stackSize({ fleet, scale }: Results): string {
    const of = (measurements: readonly Measurement[] | undefined, wanted: Wanted) =>
        medianOf(measurements, { operation: "up", ...wanted });
    const figures: [string, number | undefined][] = [
        [
            "100 customers in one stack",
            of(scale?.measurements, { contestant: "ours", customers: 100 }),
        ],
        ["500", of(scale?.measurements, { contestant: "ours", customers: 500 })],
        ["1,000", of(fleet?.measurements, { contestant: "ours", customers: 1000 })],
        [
            "the same 1,000 as a fleet of ten stacks",
            of(fleet?.measurements, { contestant: "fleet", customers: 1000 }),
        ],
    ];
    const measured = figures
        .filter(([, seconds]) => seconds !== undefined)
        .map(([what, seconds]) => `${what} took ${shown(seconds, 0)} s`);
    const sentence = measured.length === 0 ? "" : ` Creating ${measured.join(", ")}.`;
    return `Up to about 200, one stack is the simplest.${sentence} Beyond 300, use a
fleet ([examples/fleet](../examples/fleet/README.md)): stacks of about 100 customers, which share one rate limit. A stack is also what a
mistake, a lock or a lost state can reach, so small ones are safer.`;
}

function checkpoints({ checkpoints: part }: Results): string {
    const [one] = part?.measurements ?? [];
    const written = medianOf(part?.measurements, { contestant: "ours" });
    const skipped = medianOf(part?.measurements, { contestant: withoutCheckpoints });
    return one === undefined
        ? ""
        : `Creating ${one.customers} customers in one stack took ${shown(skipped, 1)} s with it, and ${shown(written, 1)} s without.`;
}

/** What a fleet of as many customers took, if one was measured. */
function fleetBeside({ checkpoints: part, fleet }: Results): string {
    const customers = part?.measurements[0]?.customers;
    const seconds =
        customers === undefined
            ? undefined
            : medianOf(fleet?.measurements, { contestant: "fleet", customers });
    return seconds === undefined
        ? ""
        : `: for the same ${customers} customers one took ${shown(seconds, 1)} s`;
}

function settingsTable({ latency }: Results): string {
    const slow = select(latency?.measurements, { operation: "preview", latencyMs: 300 });
    const [one] = slow;
    const asked = slow.filter(({ contestant }) => contestant === withOnlineValidation)[0];
    const off = medianOf(slow, { contestant: "ours" });
    const cost =
        asked === undefined || one === undefined
            ? "requests of its own for each new customer"
            : `${requestsOf(asked)} requests and ${shown(asked.seconds - (off ?? 0), 1)} s for ${one.customers} new customers, where an answer takes 300 ms`;
    return table(
        ["setting", "what it costs", "what you get for it"],
        [
            [
                "`onlineValidation` (`error`)",
                `${cost}; nothing for customers that exist`,
                "a preview says what the service would refuse",
            ],
            [
                "`maxRequestsPerMinute` (500)",
                "nothing up to 500 requests, then the service's own pace",
                "no refused calls; lower it where others use the same quota",
            ],
            [
                "`--parallel` (4 for each processor)",
                "memory, and nothing else",
                "time, where the service is slow: see below",
            ],
            ["`--skip-preview`", "no preview", "the time of a preview"],
            [
                "`PULUMI_NODEJS_TRANSPILE_ONLY=true`",
                "no type check: let the editor or `tsc` do it",
                "the time of a type check in each preview and update",
            ],
        ],
    );
}
