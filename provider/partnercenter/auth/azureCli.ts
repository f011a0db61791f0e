import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CredentialError } from "../errors";
import { claimsOf } from "./claims";
import type { AccessToken, Credential } from "./credential";

/**
 * The sign-in of the Azure CLI, for a developer's desk: it is the user's own.
 *
 * @see https://learn.microsoft.com/cli/azure/account#az-account-get-access-token
 */
export function azureCli(scope: string, tenantId: string | undefined): Credential {
    return {
        name: "useAzureCli",
        identity: "applicationAndUser",
        async getToken() {
            const tenant = tenantId === undefined ? [] : ["--tenant", tenantId];
            const args = ["account", "get-access-token", "--output", "json", "--scope", scope];
            const { stdout } = await promisify(execFile)("az", [...args, ...tenant], {
                timeout: 60_000,
                shell: process.platform === "win32",
            }).catch((error: NodeJS.ErrnoException & { stderr?: string }) => {
                throw failure(
                    error.code === "ENOENT"
                        ? "there is no `az` on PATH."
                        : `${faultIn(error.stderr ?? "")}\n  Run \`az login${tenantId === undefined ? "" : ` --tenant ${tenantId}`}\` first.`,
                );
            });
            return tokenIn(stdout);
        },
    };
}

/** Warnings come before the line that says why it failed. */
function faultIn(stderr: string): string {
    const lines = stderr.trim().split(/\r?\n/);
    return lines.find((line) => line.startsWith("ERROR")) || lines[0] || "it gave no reason.";
}

function tokenIn(stdout: string): AccessToken {
    const { accessToken, expires_on } = parsed(stdout);
    if (typeof accessToken !== "string") {
        throw failure("`az` gave no token.");
    }
    // Versions before 2.54 tell the end of a token in local time alone.
    const end = typeof expires_on === "number" ? expires_on : claimsOf(accessToken)?.exp;
    return { token: accessToken, expiresAt: (end ?? Number.POSITIVE_INFINITY) * 1000 };
}

function parsed(text: string): { accessToken?: unknown; expires_on?: unknown } {
    try {
        return JSON.parse(text) ?? {};
    } catch {
        return {};
    }
}

function failure(reason: string): CredentialError {
    return new CredentialError(`Could not sign in by the Azure CLI (useAzureCli): ${reason}`);
}
