import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CredentialError } from "../errors";
import type { Credential } from "./credential";

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
                const [said = ""] = (error.stderr ?? "").trim().split("\n");
                throw new CredentialError(
                    error.code === "ENOENT"
                        ? "Could not sign in by the Azure CLI (useAzureCli): there is no `az` on PATH."
                        : `Could not sign in by the Azure CLI (useAzureCli): ${said}\n  Run \`az login\`${tenantId === undefined ? "" : ` --tenant ${tenantId}`} first.`,
                );
            });
            const { accessToken, expires_on } = JSON.parse(stdout) as {
                accessToken: string;
                expires_on: number;
            };
            return { token: accessToken, expiresAt: expires_on * 1000 };
        },
    };
}
