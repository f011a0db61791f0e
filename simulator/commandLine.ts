import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { SimulatorOptions } from "./options";
import { type Uncertain, uncertainBehaviours } from "./uncertain";

export const help = `Usage: partnercenter-simulator [flags]

Runs a Microsoft Partner Center on this machine until Ctrl-C: its REST API, a token endpoint, and
/simulator/... to look inside and to make it misbehave.

  --port <number>               the TCP port (default: a free one)
  --state-file <path>           keeps customers over restarts; holds their passwords
  --certificate-folder <path>   keeps key and certificate over restarts (default: a temporary folder)
  --sandbox | --production      only in the sandbox can customers be deleted (default: --sandbox)
  --cloud <cloud>               global, usGov or china (default: global)
  --kind <kind>                 direct or indirectProvider (default: indirectProvider)
  --country <code>              where the partner is (default: US)
  --region <codes>              the countries it may sell in, as US,CA (default: by its country)
  --client-secret <text>        the application's secret (default: a fixed one)
  --customer-limit <number>     how many customers there may be (default: 75 in the sandbox)
  --requests-per-minute <n>     before throttling; 0 for no limit (default: 500)
  --token-lifetime <seconds>    of access tokens (default: 3599)
  --uncertain <name=value>      a behaviour that no source settles; may be repeated
  --help                        this text
`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const flags = {
    port: text,
    "state-file": text,
    "certificate-folder": text,
    sandbox: flag,
    production: flag,
    cloud: text,
    kind: text,
    country: text,
    region: text,
    "client-secret": text,
    "customer-limit": text,
    "requests-per-minute": text,
    "token-lifetime": text,
    uncertain: { type: "string", multiple: true },
    help: flag,
} as const;

/**
 * What the command's arguments ask for.
 *
 * @throws Error in words for the user where an argument is unknown or wrong.
 */
export function parseCommandLine(args: readonly string[]): SimulatorOptions | "help" {
    const { values } = parseArgs({ args: [...args], options: flags });
    if (values.help === true) return "help";
    if (values.sandbox === true && values.production === true) {
        throw new Error("--sandbox and --production exclude each other.");
    }
    const partner = withoutMissing({
        country: values.country?.toUpperCase(),
        region: values.region?.toUpperCase().split(","),
        kind: choice("--kind", values.kind, ["direct", "indirectProvider"]),
        clientSecret: values["client-secret"],
    });
    return {
        partner,
        environment: values.production === true ? "production" : "sandbox",
        uncertain: parseUncertain(values.uncertain ?? []),
        ...withoutMissing({
            port: number("--port", values.port),
            stateFile: values["state-file"] && resolve(values["state-file"]),
            certificateFolder:
                values["certificate-folder"] && resolve(values["certificate-folder"]),
            cloud: choice("--cloud", values.cloud, ["global", "usGov", "china"]),
            customerLimit: number("--customer-limit", values["customer-limit"]),
            requestsPerMinute: number("--requests-per-minute", values["requests-per-minute"]),
            tokenLifetimeSeconds: number("--token-lifetime", values["token-lifetime"]),
        }),
    };
}

function number(name: string, given: string | undefined): number | undefined {
    if (given === undefined) return undefined;
    if (/^\d+$/.test(given)) return Number(given);
    throw new Error(`${name} is a number, not ${given}.`);
}

function choice<const T extends string>(
    name: string,
    given: string | undefined,
    choices: readonly T[],
): T | undefined {
    const chosen = choices.find((one) => one === given);
    if (given === undefined || chosen !== undefined) return chosen;
    throw new Error(`${name} is ${choices.join(" or ")}, not ${given}.`);
}

function parseUncertain(given: readonly string[]): Partial<Uncertain> {
    return Object.fromEntries(
        given.map((pair) => {
            const [name = "", value = ""] = pair.split("=");
            return [name, uncertainValue(name, value)];
        }),
    );
}

/** A choice is whatever is written so; what has no choices is a number. */
function uncertainValue(name: string, text: string): unknown {
    const choices: Record<string, readonly unknown[]> = uncertainBehaviours;
    const known = Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (known === undefined) return Number(text);
    return known.find((choice) => String(choice) === text) ?? text;
}

type WithoutMissing<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutMissing<T extends object>(members: T): WithoutMissing<T> {
    const given = Object.entries(members).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as WithoutMissing<T>;
}
