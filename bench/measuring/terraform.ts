import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { filesOnPath } from "../../scripts/engine/folder";
import { Operation } from "../../test/engine/harness/operation";
import type { OperationName } from "../results";
import type { Deployment, DeploymentSettings } from "./deployment";

const unattended = ["-input=false", "-no-color"];
const atOnce = ["-auto-approve", ...unattended];

const commands: Readonly<Record<OperationName, readonly string[]>> = {
    preview: ["plan", ...unattended],
    up: ["apply", ...atOnce],
    "up again": ["apply", ...atOnce],
    refresh: ["apply", "-refresh-only", ...atOnce],
    destroy: ["destroy", ...atOnce],
};

/** The version of the `terraform` on PATH; nothing where it or the provider `restapi` is not there. */
export function terraformVersion(): string | undefined {
    if (filesOnPath("terraform", process.env).length === 0 || findProvider() === undefined) {
        return undefined;
    }
    const options = { encoding: "utf8", env: environment({}) } as const;
    return JSON.parse(execFileSync("terraform", ["version", "-json"], options)).terraform_version;
}

function findProvider(): string | undefined {
    return filesOnPath("terraform-provider-restapi", process.env)[0];
}

/** A folder with one configuration, which reads its customers from the file of its variable. */
export class TerraformDeployment implements Deployment {
    readonly #folder: string;
    readonly #env: NodeJS.ProcessEnv;
    #latest: Operation | undefined;

    /** @param configuration - the path of a `.tf` file. */
    static async open(configuration: string, { service, customers }: DeploymentSettings) {
        const { PARTNERCENTER_API_URL = "", NODE_EXTRA_CA_CERTS = "" } = service.settings;
        const folder = mkdtempSync(join(tmpdir(), "partnercenter-terraform-"));
        copyFileSync(configuration, join(folder, "main.tf"));
        const settings = join(folder, "settings.tfrc");
        writeFileSync(settings, withoutRegistry(dirname(findProvider() ?? "")));
        const env = environment({
            TF_CLI_CONFIG_FILE: settings,
            SSL_CERT_FILE: NODE_EXTRA_CA_CERTS,
            TF_VAR_api_url: PARTNERCENTER_API_URL,
            TF_VAR_customers: customers,
            TF_VAR_access_token: await service.issueToken(),
        });
        return new TerraformDeployment(folder, env);
    }

    private constructor(folder: string, env: NodeJS.ProcessEnv) {
        this.#folder = folder;
        this.#env = env;
    }

    start(operation: OperationName): Operation {
        const args = commands[operation];
        this.#latest = new Operation(args, this.#folder, this.#env, "terraform");
        return this.#latest;
    }

    stateBytes(): number {
        const file = join(this.#folder, "terraform.tfstate");
        return existsSync(file) ? statSync(file).size : 0;
    }

    async remove(): Promise<void> {
        await this.#latest?.end();
        rmSync(this.#folder, { recursive: true });
    }
}

/** Without a user's own settings, and without the question for a newer version. */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([name]) => !/^(TF|REST_API)_/.test(name));
    return { ...Object.fromEntries(kept), CHECKPOINT_DISABLE: "1", ...own };
}

/** Settings by which the provider is that of a folder, and `terraform init` is not needed. */
function withoutRegistry(folder: string): string {
    return `provider_installation {
  dev_overrides {
    "mastercard/restapi" = ${JSON.stringify(folder)}
  }
}
`;
}
