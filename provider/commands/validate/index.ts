import { parseArgs } from "node:util";
import { PartnerCenter } from "../../partnercenter/client";
import { connect } from "../../settings/connect";
import { type Command, UsageError } from "../command";
import { readCloud, readSettings } from "../settings";
import { readCustomers } from "./customers";
import { validateCustomers } from "./validate";
import { inWords } from "./words";

const help = `Usage: partnercenter validate <file> [--offline] [--profile <name>] [--json]

Checks customers as a preview does, before any code is written, and makes none. The file is JSON: a list
of the arguments of Customer resources, or an object that holds them by name. Asks Partner Center for the
rules of each country, whether domains are free and addresses exist, with the settings of the environment
(PARTNERCENTER_*).

  --offline          asks nothing, and needs no credential
  --profile <name>   the settings of an explicit Provider with this profile: PARTNERCENTER_<NAME>_*
  --json             the same as one JSON object
  --help             this text

Exit codes: 0 all are valid, 1 some would be refused, 2 wrong usage or settings.
`;

const flags = {
    offline: { type: "boolean" },
    profile: { type: "string" },
    json: { type: "boolean" },
} as const;

/** Time for one question, in seconds. */
const questionSeconds = 30;

/** Checks a file of customers before any code is written. */
export const validateCommand: Command = {
    help,
    async run(args) {
        const { values, positionals } = parseArgs({
            args: [...args],
            options: flags,
            allowPositionals: true,
        });
        const [file, ...others] = positionals;
        if (file === undefined || others.length > 0) {
            throw new UsageError("give one file with customers. --help tells more.");
        }
        const listed = await readCustomers(file);
        const options =
            values.offline === true ? { cloud: readCloud(values.profile) } : online(values.profile);
        const validation = await validateCustomers(listed, options);
        const text =
            values.json === true ? JSON.stringify(validation, undefined, 2) : inWords(validation);
        process.stdout.write(`${text}\n`);
        return validation.isValid ? "done" : "refused";
    },
};

function online(profile: string | undefined) {
    const resolved = readSettings(profile);
    const connection = connect(resolved);
    return {
        cloud: resolved.settings.cloud,
        client: () => new PartnerCenter(connection.ask(questionSeconds)),
    };
}
