import { readFile } from "node:fs/promises";
import { CredentialError } from "../errors";
import { readBody } from "../http/body";
import { type Network, NetworkFailure } from "../http/network";

/** What Entra wants to be the audience of a token that another identity provider made. */
const audience = "api://AzureADTokenExchange";

/** A token of the pipeline's identity provider, from a file that the pipeline renews. */
export async function assertionFromFile(path: string): Promise<string> {
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new CredentialError(
            `The federated token cannot be read from ${path} (oidcTokenFilePath): ${error.code}.`,
        );
    });
    return text.trim();
}

/**
 * A token from the pipeline's own endpoint: GitHub Actions or Azure Pipelines, whichever this is.
 *
 * @see https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
 * @see https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create
 */
export async function assertionFromPipeline(
    environment: Readonly<Record<string, string | undefined>>,
    network: Network,
): Promise<string> {
    const github = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
    const githubToken = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (github !== undefined && githubToken !== undefined) {
        const url = `${github}&audience=${encodeURIComponent(audience)}`;
        return await ask("GET", url, githubToken, "value", network);
    }
    const azure = environment.SYSTEM_OIDCREQUESTURI;
    const azureToken = environment.SYSTEM_ACCESSTOKEN;
    const connection = environment.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID;
    if (azure !== undefined && azureToken !== undefined && connection !== undefined) {
        const url = `${azure}?api-version=7.1&serviceConnectionId=${encodeURIComponent(connection)}`;
        return await ask("POST", url, azureToken, "oidcToken", network);
    }
    throw new CredentialError(
        "useOidc is set, but this is no pipeline that offers a token. GitHub Actions: give the job `permissions: id-token: write`. Azure Pipelines: pass SYSTEM_ACCESSTOKEN and AZURESUBSCRIPTION_SERVICE_CONNECTION_ID. GitLab and others: set oidcTokenFilePath or oidcToken.",
    );
}

async function ask(
    method: string,
    url: string,
    token: string,
    member: string,
    network: Network,
): Promise<string> {
    const answer = await network.exchange({
        method,
        url,
        headers: {
            Accept: "application/json",
            "Content-Type": "application/json",
            Authorization: `Bearer ${token}`,
        },
        timeoutMs: 30_000,
    });
    const body = readBody(answer.bytes);
    const found =
        body.kind === "json" ? (body.value as Record<string, unknown> | null)?.[member] : undefined;
    const { host } = new URL(url);
    if (answer.status === 429 || answer.status >= 500) {
        throw new NetworkFailure(`${host} answered HTTP ${answer.status}`);
    }
    if (answer.status !== 200 || typeof found !== "string") {
        throw new CredentialError(
            `The pipeline's token endpoint ${host} gave no token (HTTP ${answer.status}): check the job's permission to ask for one.`,
        );
    }
    return found;
}
