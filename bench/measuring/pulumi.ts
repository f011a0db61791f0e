import { statSync } from "node:fs";
import { join } from "node:path";
import { newStack } from "../../test/engine/harness/newStack";
import type { Stack } from "../../test/engine/harness/stack";
import type { OperationName } from "../results";
import type { Deployment, DeploymentSettings } from "./deployment";

const unattended = ["--non-interactive", "--color", "never"];
const atOnce = ["--yes", "--skip-preview", ...unattended];

const commands: Readonly<Record<OperationName, readonly string[]>> = {
    preview: ["preview", ...unattended],
    up: ["up", ...atOnce],
    "up again": ["up", ...atOnce],
    refresh: ["refresh", ...atOnce],
    destroy: ["destroy", ...atOnce],
};

/** A stack whose program reads its customers from the file `BENCH_CUSTOMERS`. */
export class PulumiDeployment implements Deployment {
    readonly stack: Stack;

    /** @param program - the text of a program in TypeScript, or the path of one. */
    static async open(program: string, { service, customers, env }: DeploymentSettings) {
        const settings = { ...service.settings, ...env, BENCH_CUSTOMERS: customers };
        return new PulumiDeployment(await newStack({ program, project: "bench", env: settings }));
    }

    private constructor(stack: Stack) {
        this.stack = stack;
    }

    start(operation: OperationName) {
        return this.stack.start(...commands[operation]);
    }

    stateBytes(): number {
        const { state } = this.stack.project;
        return statSync(join(state, ".pulumi/stacks/bench", `${this.stack.name}.json`)).size;
    }

    remove(): Promise<void> {
        return this.stack.remove();
    }
}
