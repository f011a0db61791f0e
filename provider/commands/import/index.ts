import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { PartnerCenter } from "../../partnercenter/client";
import { connect } from "../../settings/connect";
import { type Command, UsageError } from "../command";
import { readSettings } from "../settings";
import { importedCustomers, importFile } from "./importedCustomer";
import { programOf } from "./program";
import { readCustomers } from "./readCustomers";
import { idsOf, wantedBy } from "./wanted";
import { inWords } from "./words";
import { refuseToOverwrite, writeWhole } from "./write";

const help = `Usage: partnercenter import --file <import.json> [--program <index.ts>] [flags] [<tenant id> ...]

Brings customers that the partner already has under Pulumi. Nothing is changed in Partner Center: they
are read, and two files are written, the one by which Pulumi takes them into a stack, and a program
that declares them as they are. Then:

  pulumi import --file <import.json> --generate-code=false --protect=false
  pulumi preview

shows no change. Which customers: those whose tenant ids are given, those that a filter finds, or all;
in a terminal, where none of that is said, it asks.

  --file <path>      the import file to write
  --program <path>   the program to write, in TypeScript
  --domain <text>    customers whose default domain begins so
  --company <text>   customers whose company name begins so
  --all              every customer of the partner
  --overwrite        replaces the program if it is there
  --profile <name>   the settings of an explicit Provider with this profile: PARTNERCENTER_<NAME>_*
  --help             this text

What was read is kept beside the import file (<import.json>.part) until all is done: after an
interruption the same command goes on where it was. The administrators' passwords stay unknown. The
name of each resource is what stands before the first dot of its domain.
Exit codes: 0 done, 1 refused by sign-in or Partner Center, or a customer left out, 2 wrong usage or
settings.
`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const flags = {
    file: text,
    program: text,
    domain: text,
    company: text,
    all: flag,
    overwrite: flag,
    profile: text,
} as const;

/** Writes what brings existing customers into a stack. */
export const importCommand: Command = {
    help,
    async run(args) {
        const { values, positionals: ids } = parseArgs({
            args: [...args],
            options: flags,
            allowPositionals: true,
        });
        const { file, program, overwrite } = values;
        if (file === undefined) {
            throw new UsageError("give --file, the import file to write.");
        }
        const wanted = wantedBy(ids, values);
        if (program !== undefined && overwrite !== true) {
            await refuseToOverwrite(program);
        }
        const settings = readSettings(values.profile);
        const connection = connect(settings);
        const begin = () => new PartnerCenter(connection.begin());
        const partFile = `${file}.part`;
        const { customers, leftOut } = importedCustomers(
            await readCustomers(await idsOf(wanted, begin()), begin, partFile),
            settings.settings.cloud,
        );
        await writeWhole(file, `${JSON.stringify(importFile(customers), undefined, 4)}\n`);
        if (program !== undefined) {
            await writeWhole(program, programOf(customers));
        }
        await rm(partFile, { force: true });
        process.stdout.write(inWords({ customers, leftOut, file, program }));
        return leftOut.length === 0 ? "done" : "refused";
    },
};
