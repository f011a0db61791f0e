import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kind } from "../../../provider/dynamic/kinds";
import { providerText } from "../../../provider/dynamic/providerText";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator";
import type { HeldUser } from "../../../simulator/inspection";
import { createCustomer } from "../../simulator/harness";
import { ModelStack, type Outcome } from "../engine/engineModel";
import type { ProcessOptions } from "../engine/providerProcess";
import type { Members } from "../engine/wire";

/** One customer, and a stack with one resource that is about the customer's users. */
export interface UserWorld {
    readonly simulator: Simulator;
    readonly customerId: string;
    readonly stack: ModelStack;
    readonly kind: Kind;
    /** What the program says of the resource; without it, it declares none. */
    args: Members | undefined;
    /** What a person had to do, beyond starting `pulumi` again. */
    readonly manualSteps: string[];
}

/** The one resource of a stack. */
const subject = "grace";
export const userName = "grace@contoso.onmicrosoft.com";

export function userArgs(customerId: string, more: Members = {}): Members {
    return {
        customerId,
        userPrincipalName: userName,
        firstName: "Grace",
        lastName: "Hopper",
        displayName: "Grace Hopper",
        usageLocation: "US",
        ...more,
    };
}

export async function inUserWorld<Result>(
    kind: Kind,
    options: SimulatorOptions,
    work: (world: UserWorld) => Promise<Result>,
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
                requestTimeoutSeconds: "500",
            },
        });
        const world = { simulator, customerId, stack, kind, args: undefined, manualSteps: [] };
        return await work(world);
    } finally {
        await simulator.close();
    }
}

/** The program as the engine gets it. */
export function programOf({ args, kind }: UserWorld): Record<string, Members> {
    const requestKey = createHash("sha256").update(subject).digest("base64url").slice(0, 22);
    const hidden = {
        ...(kind === "CustomerUser" && { requestKey }),
        __provider: providerText(kind),
    };
    return args === undefined ? {} : { [subject]: { ...args, ...hidden } };
}

/** `pulumi up`; does what a message asks a person for. */
export async function up(world: UserWorld, how: Partial<ProcessOptions> = {}): Promise<Outcome> {
    const outcome = await world.stack.up(programOf(world), how);
    const [, id] = outcome.messages.join("\n").match(/^\s*existingUserId: "([0-9a-f-]+)",$/m) ?? [];
    if (id !== undefined) {
        world.args = { ...world.args, existingUserId: id, triggers: { takenOver: "once" } };
        world.manualSteps.push("existingUserId");
    }
    return outcome;
}

export async function mustSucceed(outcome: Promise<Outcome>): Promise<void> {
    const { ok, messages } = await outcome;
    if (!ok) throw new Error(`It failed: ${messages.join("\n")}`);
}

/** Nothing goes wrong any more: `pulumi up` until it has nothing to complain of. */
export async function bringToTheEnd(world: UserWorld, attempts = 5): Promise<void> {
    world.simulator.forgetMisbehaviours();
    const complaints: string[] = [];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { ok, messages } = await up(world);
        if (ok) return;
        complaints.push(...messages);
        await sleep(60_000);
    }
    throw new Error(`It does not come to an end:\n${complaints.join("\n")}`);
}

/** The users of the customer who have the name, deleted or not. */
export function usersCalled({ simulator }: UserWorld, name: string): HeldUser[] {
    return (simulator.customers[0]?.users ?? []).filter(
        ({ userPrincipalName }) => userPrincipalName === name,
    );
}

/** What the state holds of the resource. */
export function stateOf({ stack }: UserWorld): { id: string; outputs: Members } | undefined {
    return stack.resources.get(subject);
}
