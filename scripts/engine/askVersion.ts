import { lastLine, runCommand } from "./command";
import { parseVersion, type Version } from "./version";

const patienceMs = 20_000;

/** Asks a `pulumi` which version it is, and so proves that it runs on this machine. */
export async function askVersion(file: string, env: NodeJS.ProcessEnv): Promise<Version> {
    const answer = await runCommand(file, ["version"], {
        env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeoutMs: patienceMs,
    });
    if (answer.timedOut) {
        throw new Error(`${file} did not say its version within ${patienceMs / 1_000} s`);
    }
    const version = answer.code === 0 ? parseVersion(answer.stdout) : undefined;
    if (version === undefined) {
        throw new Error(
            `${file} did not say its version: ${lastLine(answer.stdout + answer.stderr)}`,
        );
    }
    return version;
}
