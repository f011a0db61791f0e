import { LocalWorkspace, type OutputMap, Stack } from "@pulumi/pulumi/automation";
import * as partnercenter from "pulumi-partnercenter";
import type { Stacks } from "./customerService";

/** A stack for each customer, driven by Pulumi's Automation API. */
export class PulumiStacks implements Stacks {
    /** The project's folder: where its packages are found. */
    readonly #folder: string;

    constructor(folder: string) {
        this.#folder = folder;
    }

    async deploy(name: string, args: partnercenter.CustomerArgs): Promise<{ tenantId: string }> {
        const program = async () => {
            const customer = new partnercenter.Customer(name, args);
            return { tenantId: customer.tenantId, credentials: customer.userCredentials };
        };
        const workspace = await LocalWorkspace.create({ program, workDir: this.#folder });
        const stack = await Stack.createOrSelect(name, workspace);
        const problems: string[] = [];
        try {
            const { outputs } = await stack.up({
                onEvent: ({ diagnosticEvent }) => {
                    if (diagnosticEvent?.severity === "error") {
                        problems.push(diagnosticEvent.message.trim());
                    }
                },
            });
            return tenantOf(outputs);
        } catch (error) {
            // The command line's own words hold all that it printed; the provider's say what to do.
            throw new Error(problems[0] ?? (error as Error).message);
        }
    }

    async find(name: string): Promise<{ tenantId: string } | undefined> {
        const workspace = await LocalWorkspace.create({ workDir: this.#folder });
        const stacks = await workspace.listStacks();
        return stacks.some((stack) => stack.name === name)
            ? tenantOf(await workspace.stackOutputs(name))
            : undefined;
    }
}

function tenantOf({ tenantId }: OutputMap): { tenantId: string } {
    return { tenantId: String(tenantId?.value) };
}
