#!/usr/bin/env node
import { ConfigurationError, messageOf } from "../partnercenter/errors";
import { checkAccessCommand } from "./checkAccess";
import { type Command, UsageError } from "./command";
import { consentCommand } from "./consent";
import { importCommand } from "./import";
import { validateCommand } from "./validate";

const commands: Readonly<Record<string, Command>> = {
    "check-access": checkAccessCommand,
    consent: consentCommand,
    import: importCommand,
    validate: validateCommand,
};

const help = `Usage: partnercenter <command> [flags]

  check-access   says who signs in to Partner Center, and what that sign-in may do
  consent        gets the refresh token of a user (Secure Application Model)
  import         writes the file by which Pulumi takes existing customers into a stack
  validate       checks a file of customers before any code is written

\`partnercenter <command> --help\` tells the flags of a command.

Exit codes: 0 done, 1 refused by sign-in or Partner Center, 2 wrong usage or settings.
`;

async function run([name, ...args]: readonly string[]): Promise<number> {
    if (name === "--help") {
        process.stdout.write(help);
        return 0;
    }
    const command = Object.hasOwn(commands, name ?? "") ? commands[name ?? ""] : undefined;
    if (command === undefined) {
        const problem = name === undefined ? "a command is missing" : `there is no command ${name}`;
        throw new UsageError(`${problem}. \`partnercenter --help\` tells which there are.`);
    }
    if (args.includes("--help")) {
        process.stdout.write(command.help);
        return 0;
    }
    return (await command.run(args)) === "done" ? 0 : 1;
}

/** Wrong usage and wrong settings are the caller's to mend; all else is a refusal. */
function exitCodeOf(error: unknown): number {
    const { code } = error as { code?: unknown };
    const isArgument = String(code).startsWith("ERR_PARSE_ARGS");
    const isCallers = error instanceof UsageError || error instanceof ConfigurationError;
    return isArgument || isCallers ? 2 : 1;
}

run(process.argv.slice(2)).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: unknown) => {
        process.stderr.write(`partnercenter: ${messageOf(error)}\n`);
        process.exitCode = exitCodeOf(error);
    },
);
