import { access, constants } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { claimsOf } from "../../partnercenter/auth/claims";
import { inFile } from "../../partnercenter/auth/refreshTokenStore";
import type { SignIn } from "../../partnercenter/auth/signIn";
import { CredentialError } from "../../partnercenter/errors";
import { Network } from "../../partnercenter/http/network";
import { variableOf } from "../../settings";
import { type Command, UsageError } from "../command";
import { applicationOfSettings } from "./application";
import { consentByBrowser } from "./browser";
import { consentByDeviceCode } from "./deviceCode";

const defaultPort = 8400;
const defaultTimeoutSeconds = 600;

const help = `Usage: partnercenter consent --file <path> [--device-code] [flags]

Lets a user of the partner sign in once, with multi-factor authentication, and consent to what the
application may do in Partner Center (Secure Application Model). The refresh token from that goes to a
file that only you can read, and signs in as application and user ever since. It is never printed.

The application is that of the settings in the environment: PARTNERCENTER_TENANT_ID,
PARTNERCENTER_CLIENT_ID and PARTNERCENTER_CLIENT_SECRET or PARTNERCENTER_CLIENT_CERTIFICATE_PATH.
The user is one for this purpose, in the partner's group AdminAgents.

  --file <path>       where the refresh token goes; a file that is there is replaced
  --device-code       shows a code to sign in with on another device, instead of an address for a
                      browser on this machine. The application must allow public client flows then
  --port <number>     where the browser comes back to (default: ${defaultPort}; 0 for a free one). The
                      application must have the redirect address http://localhost:${defaultPort}
  --timeout <seconds> how long to wait for the user (default: ${defaultTimeoutSeconds})
  --profile <name>    the settings of an explicit Provider with this profile: PARTNERCENTER_<NAME>_*
  --help              this text

Exit codes: 0 the file is written, 1 sign-in refused or did not come, 2 wrong usage or settings.
`;

const text = { type: "string" } as const;
const flags = {
    file: text,
    "device-code": { type: "boolean" },
    port: text,
    timeout: text,
    profile: text,
} as const;

/** Gets the first refresh token of a user, and the next one when that has expired. */
export const consentCommand: Command = {
    help,
    async run(args) {
        const { values } = parseArgs({ args: [...args], options: flags });
        if (values["device-code"] === true && values.port !== undefined) {
            throw new UsageError("--port is for the browser, and goes without --device-code.");
        }
        const port = numberOf("--port", values.port, defaultPort);
        const file = await writable(values.file);
        const network = new Network();
        const options = {
            application: applicationOfSettings(values.profile, network),
            network,
            timeoutSeconds: numberOf("--timeout", values.timeout, defaultTimeoutSeconds),
            show,
        };
        const signIn = await (values["device-code"] === true
            ? consentByDeviceCode(options)
            : consentByBrowser(options, port));
        await keep(signIn, file);
        tell(signIn, variableOf("refreshTokenFilePath", values.profile), file);
        return "done";
    },
};

function numberOf(name: string, given: string | undefined, byDefault: number): number {
    if (given !== undefined && !/^\d{1,5}$/.test(given)) {
        throw new UsageError(`${name} is a number, not ${given}.`);
    }
    return given === undefined ? byDefault : Number(given);
}

/** Known before the user is asked to sign in: a consent that cannot be kept is lost. */
async function writable(file: string | undefined): Promise<string> {
    if (file === undefined) {
        throw new UsageError("--file is missing: it says where the refresh token goes.");
    }
    const folder = dirname(resolve(file));
    await access(folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`nothing can be written to the folder ${folder} (${error.code}).`);
    });
    return resolve(file);
}

async function keep({ refreshToken }: SignIn, file: string): Promise<void> {
    if (refreshToken === undefined) {
        throw new CredentialError(
            "Sign-in brought no refresh token: the application's consent must include offline_access.",
        );
    }
    await inFile(file).write(refreshToken);
}

function tell({ token }: SignIn, variable: string, file: string): void {
    const { upn, unique_name, tid, amr } = claimsOf(token) ?? {};
    show(`${upn ?? unique_name ?? "The user"} of the tenant ${tid ?? "(unknown)"} gave consent.
The refresh token is in ${file}. Sign in with it by

${variable}=${file}

beside the application's settings that you have now. It lives for 90 days from its last use, and each
use puts the next one in its place: keep the file where a pipeline can write it.`);
    if (amr?.includes("mfa") !== true) {
        process.stderr.write(
            "partnercenter: Warning: the user signed in without multi-factor authentication. Partner Center refuses such tokens with 900421, or will. Require a second factor of this user, and run the command again.\n",
        );
    }
}

function show(paragraph: string): void {
    process.stdout.write(`${paragraph}\n\n`);
}
