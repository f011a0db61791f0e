import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { connect } from "../../connect";
import { readCustomer } from "../../customer/billingProfile";
import { PartnerCenter } from "../../partnercenter/client";
import { type Command, UsageError } from "../command";
import { readSettings } from "../settings";
import { importedCustomer } from "./importedCustomer";

const help = `Usage: partnercenter import --file <import.json> [--profile <name>] <tenant id> ...

Reads customers that the partner already has, and writes the file by which Pulumi takes them into a
stack. Nothing is changed in Partner Center. Then:

  pulumi import --file <import.json> --generate-code=false --protect=false

A program that declares the same customers under the same names then shows no change.

  --file <path>      the file to write
  --profile <name>   the settings of an explicit Provider with this profile: PARTNERCENTER_<NAME>_*
  --help             this text

The name of each resource is what stands before the first dot of its domain; it can be changed in the
file. The administrators' passwords stay unknown.
Exit codes: 0 done, 1 refused by sign-in or Partner Center, 2 wrong usage or settings.
`;

const flags = { profile: { type: "string" }, file: { type: "string" } } as const;

/** Writes the file by which Pulumi takes existing customers into a stack. */
export const importCommand: Command = {
    help,
    async run(args) {
        const { values, positionals: ids } = parseArgs({
            args: [...args],
            options: flags,
            allowPositionals: true,
        });
        if (values.file === undefined || ids.length === 0) {
            throw new UsageError("give --file, and the tenant id of at least one customer.");
        }
        const connection = connect(readSettings(values.profile));
        const resources = [];
        for (const id of ids) {
            const client = new PartnerCenter(connection.begin());
            resources.push(importedCustomer(await readCustomer(id, client)));
        }
        await writeFile(values.file, `${JSON.stringify({ resources }, undefined, 4)}\n`);
        process.stdout.write(
            `${resources.map(({ name, id }) => `${id}  ${name}`).join("\n")}\nNow run: pulumi import --file ${values.file} --generate-code=false --protect=false\n`,
        );
        return "done";
    },
};
