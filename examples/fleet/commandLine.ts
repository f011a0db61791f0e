import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Refused } from "./stacks/fleetFile";
import { operationNames } from "./stacks/operations";

const commands = [...operationNames, "status", "shards"] as const;

/** What the command line asks for. */
export interface Asked {
    command: (typeof commands)[number];
    /** The file with the customers. */
    file: string;
    /** How many shards there are. */
    shards: number | undefined;
    /** The one shard to run. */
    only: number | undefined;
    /** Stacks at once. */
    parallel: number;
    all: boolean;
    json: boolean;
}

const flags = {
    shards: { type: "string" },
    shard: { type: "string" },
    parallel: { type: "string" },
    all: { type: "boolean", default: false },
    yes: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
} as const;

/** More stacks at once than twice the processors do not make a fleet faster. */
const defaultParallel = 2 * availableParallelism();

export const help = `Usage: fleet <command> <file with customers> [options]

  preview   says what an update would do
  up        creates and updates customers
  refresh   reads what Partner Center holds
  destroy   removes the customers, as their deletionPolicy allows; needs --yes
  status    says how each stack stands
  shards    lists the shards, for a pipeline's matrix

  --shards <n>     how many shards the fleet has: needed once, and fixed then
  --shard <i>/<n>  runs one shard alone
  --parallel <n>   stacks at once (${defaultParallel} on this machine)
  --all            also stacks that the run it goes on with has done
  --yes            destroys
  --json           prints the report as JSON
  --help           this text

All stacks together keep to PARTNERCENTER_MAX_REQUESTS_PER_MINUTE (500) and
PARTNERCENTER_MAX_CONCURRENCY (16).

Exit codes: 0 all is done, 1 something failed or is left, 2 wrong usage, a
faulty file, or no Pulumi to run with.
`;

/**
 * Reads the command line; nothing where help is asked for.
 *
 * @throws Refused, or the TypeError of `parseArgs`, where it makes no sense.
 */
export function readCommandLine(args: string[]): Asked | undefined {
    const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true });
    if (values.help) {
        return undefined;
    }
    const [name, file, ...others] = positionals;
    const command = commands.find((known) => known === name);
    if (command === undefined || file === undefined || others.length > 0) {
        throw new Refused(
            `Give a command (${commands.join(", ")}) and one file with customers. --help tells more.`,
        );
    }
    if (command === "destroy" && !values.yes) {
        throw new Refused("destroy needs --yes.");
    }
    const [only, of] = oneShard(values.shard);
    return {
        command,
        file,
        shards: wholeNumber("--shards", values.shards) ?? of,
        only,
        parallel: wholeNumber("--parallel", values.parallel) ?? defaultParallel,
        all: values.all,
        json: values.json,
    };
}

/**
 * A setting of the provider as a number; it is shared among the stacks.
 *
 * @throws Refused where it is none.
 */
export function setting(variable: string, byDefault: number): number {
    const text = process.env[variable] ?? String(byDefault);
    if (!/^\d+$/.test(text)) {
        throw new Refused(`${variable} must be a whole number.`);
    }
    return Number(text);
}

/** `3/10`: the third of ten. */
function oneShard(text: string | undefined): [number, number] | [] {
    if (text === undefined) {
        return [];
    }
    const [, number = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
    if (number < 1 || number > of) {
        throw new Refused("--shard must be like 3/10, counted from 1.");
    }
    return [number, of];
}

function wholeNumber(flag: string, text: string | undefined): number | undefined {
    if (text !== undefined && !/^[1-9]\d*$/.test(text)) {
        throw new Refused(`${flag} must be a whole number, at least 1.`);
    }
    return text === undefined ? undefined : Number(text);
}
