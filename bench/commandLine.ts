import { parseArgs } from "node:util";
import { parts } from "./parts";
import type { Part } from "./results";

const names = Object.keys(parts) as Part[];

export const help = `Usage: npm run bench -- [part ...] [--quick]

Measures this provider beside others and writes docs/performance.md, its plots and raw figures. Without
a part it measures all of them, in about 40 minutes; nothing else should run on the machine. Terraform
takes part where terraform and terraform-provider-restapi are on the PATH.

  parts     ${names.join(", ")}
  --quick   some minutes: small numbers, one round; written to .bench/ instead
`;

/** @throws Error where a part or an option is unknown. */
export function readCommandLine(
    args: readonly string[],
): { quick: boolean; only: Part[] } | "help" {
    const { values, positionals } = parseArgs({
        args: [...args],
        options: {
            quick: { type: "boolean", default: false },
            help: { type: "boolean", default: false },
        },
        allowPositionals: true,
    });
    if (values.help) {
        return "help";
    }
    const unknown = positionals.find((asked) => !names.some((name) => name === asked));
    if (unknown !== undefined) {
        throw new Error(`There is no part ${unknown}.\n\n${help}`);
    }
    const only = names.filter((name) => positionals.length === 0 || positionals.includes(name));
    return { quick: values.quick, only };
}
