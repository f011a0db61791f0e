import type { Kind } from "../../../provider/dynamic/kinds";
import { providerText } from "../../../provider/dynamic/providerText";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator";
import { createCustomer } from "../../simulator/harness";
import { ModelStack, type Outcome } from "../engine/engineModel";
import { requestKeyOf } from "../engine/programs";
import type { ProcessOptions } from "../engine/providerProcess";
import type { Members } from "../engine/wire";
import { startAgain } from "../startAgain";

/** A partner with one customer, and a stack with one resource about that customer. */
export interface CustomerWorld {
    readonly simulator: Simulator;
    readonly customerId: string;
    readonly stack: ModelStack;
    readonly kind: Kind;
    /** What the program says of the resource, beside the customer. */
    args: Members;
    /** What a person had to do, beyond starting `pulumi` again. */
    readonly manualSteps: string[];
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
                // No fault here is a time-out, and a machine that is busy is not to look like one.
                requestTimeoutSeconds: "500",
            },
        });
        return await work({ simulator, customerId, stack, kind, args: {}, manualSteps: [] });
    } finally {
        await simulator.close();
    }
}

/** The program as the engine gets it. */
export function programOf({ args, customerId, kind }: CustomerWorld): Record<string, Members> {
    const requestKey = requestKeyOf(subject);
    const hidden = { ...(kind === "CustomerUser" && { requestKey }) };
    return { [subject]: { ...args, customerId, ...hidden, __provider: providerText(kind) } };
}

/** `pulumi up`; takes over the user whom a message tells to take over. */
export async function up(
    world: CustomerWorld,
    how: Partial<ProcessOptions> = {},
): Promise<Outcome> {
    const outcome = await world.stack.up(programOf(world), how);
    const [, id] = outcome.messages.join("\n").match(/^\s*existingUserId: "([0-9a-f-]+)",$/m) ?? [];
    if (id !== undefined) {
        world.args = { ...world.args, existingUserId: id, triggers: { takenOver: "once" } };
        world.manualSteps.push("existingUserId");
    }
    return outcome;
}

/** `pulumi up` where nothing can go wrong. */
export async function mustSucceed(world: CustomerWorld): Promise<void> {
    const { ok, messages } = await up(world);
    if (!ok) throw new Error(`It failed: ${messages.join("\n")}`);
}

/** Nothing goes wrong any more: `pulumi up` until it has nothing to complain of. */
export async function bringToTheEnd(world: CustomerWorld): Promise<void> {
    world.simulator.forgetMisbehaviours();
    await startAgain(() => up(world), { attempts: 3, manualSteps: world.manualSteps });
}
