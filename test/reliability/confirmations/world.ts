import { setTimeout as sleep } from "node:timers/promises";
import type { Kind } from "../../../provider/dynamic/kinds";
import { providerText } from "../../../provider/dynamic/providerText";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator";
import { createCustomer } from "../../simulator/harness";
import { ModelStack, type Outcome } from "../engine/engineModel";
import type { ProcessOptions } from "../engine/providerProcess";
import type { Members } from "../engine/wire";

/** A partner with one customer, and a stack with one resource about that customer. */
export interface CustomerWorld {
    readonly simulator: Simulator;
    readonly customerId: string;
    readonly stack: ModelStack;
    readonly kind: Kind;
    /** What the program says of the resource, beside the customer. */
    args: Members;
}

/** The one resource of a stack. */
export const subject = "contoso";

/** Runs some work in a world of its own. */
export async function inCustomerWorld<Result>(
    kind: Kind,
    options: SimulatorOptions,
    work: (world: CustomerWorld) => Promise<Result>,
): Promise<Result> {
    const simulator = await startSimulator({ certificateFolder: ".simulator", ...options });
    try {
        const customerId = await createCustomer(simulator);
        const stack = new ModelStack({
            kind,
            settings: {
                apiUrl: simulator.apiUrl,
                accessToken: simulator.issueToken({ kind: "appAndUser" }),
                // What a preview asks has tests of its own; the faults here are those of the lifecycle.
                onlineValidation: "off",
            },
        });
        return await work({ simulator, customerId, stack, kind, args: {} });
    } finally {
        await simulator.close();
    }
}

/** The program as the engine gets it. */
export function programOf({ args, customerId, kind }: CustomerWorld): Record<string, Members> {
    return { [subject]: { ...args, customerId, __provider: providerText(kind) } };
}

export async function up(
    world: CustomerWorld,
    how: Partial<ProcessOptions> = {},
): Promise<Outcome> {
    return await world.stack.up(programOf(world), how);
}

/** Nothing goes wrong any more: `pulumi up` until it has nothing to complain of. */
export async function bringToTheEnd(world: CustomerWorld): Promise<void> {
    world.simulator.forgetMisbehaviours();
    let complaints: readonly string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
        const { ok, messages } = await up(world);
        if (ok) return;
        complaints = messages;
        await sleep(60_000);
    }
    throw new Error(`It does not come to an end:\n${complaints.join("\n")}`);
}
