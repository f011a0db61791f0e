import { LocalWorkspace, PulumiCommand, type StackSummary } from "@pulumi/pulumi/automation";
import { Refused } from "./fleetFile";
import { reasonOf } from "./reason";

/** The Pulumi CLI, and the stacks that its backend has for this project. */
export interface Backend {
    pulumi: PulumiCommand;
    stacks: StackSummary[];
}

/** @throws Refused where there is no CLI, or it cannot reach the backend. */
export async function openBackend(folder: string): Promise<Backend> {
    const pulumi = await PulumiCommand.get().catch((error) => {
        throw new Refused(
            `Nothing was run, for want of the Pulumi CLI (https://www.pulumi.com/docs/install/): ${reasonOf(error)}`,
        );
    });
    try {
        const workspace = await LocalWorkspace.create({ workDir: folder, pulumiCommand: pulumi });
        return { pulumi, stacks: await workspace.listStacks() };
    } catch (error) {
        throw new Refused(
            `Nothing was run, because Pulumi cannot tell which stacks there are: ${reasonOf(error)}`,
        );
    }
}
