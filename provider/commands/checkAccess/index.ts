import { parseArgs } from "node:util";
import type { Command } from "../command";
import { readSettings } from "../settings";
import { checkAccess } from "./check";
import { inWords } from "./words";

const help = `Usage: partnercenter check-access [--profile <name>] [--json]

Signs in with the settings of the environment (PARTNERCENTER_*), asks Partner Center one question, and
says which credential counted, whom the token speaks for, whether Partner Center accepts it, and which
operations of the provider it may do. No secret and no token is printed.

  --profile <name>   the settings of an explicit Provider with this profile: PARTNERCENTER_<NAME>_*
  --json             the same as one JSON object
  --help             this text

The configuration of a stack is not read.
Exit codes: 0 accepted, 1 refused by sign-in or Partner Center, 2 wrong usage or settings.
`;

const flags = { profile: { type: "string" }, json: { type: "boolean" } } as const;

/** Says who signs in to Partner Center, and what that sign-in may do. */
export const checkAccessCommand: Command = {
    help,
    async run(args) {
        const { values } = parseArgs({ args: [...args], options: flags });
        const access = await checkAccess(readSettings(values.profile));
        const text = values.json === true ? JSON.stringify(access, undefined, 2) : inWords(access);
        process.stdout.write(`${text}\n`);
        if (access.failure !== undefined) {
            process.stderr.write(`partnercenter: ${access.failure}\n`);
        }
        return access.accepted ? "done" : "refused";
    },
};
