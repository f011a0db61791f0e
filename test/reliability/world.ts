import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { ModelStack, type Outcome } from "./engine/engineModel";
import { declared, domainOf, type Wishes } from "./engine/programs";
import type { ProcessOptions } from "./engine/providerProcess";
import type { Members } from "./engine/wire";
import { isNeedless } from "./needless";
import { startAgain } from "./startAgain";

/** One partner, one stack, and what became of them. */
export interface World {
    readonly simulator: Simulator;
    readonly stack: ModelStack;
    /** What the program says, by the name of the resource. */
    readonly program: Map<string, Wishes>;
    /** The tenants of which the user was told that the password is not to be had any more. */
    readonly told: Set<string>;
    /** What a person had to do, beyond starting `pulumi` again. */
    readonly manualSteps: string[];
    /** Whether the service answers a repeated creation with the password. */
    readonly replays: boolean;
    /** The resources whose customer a person was asked to take over, although a replay was due. */
    readonly needless: string[];
}

/** How a world begins. */
export interface WorldOptions extends Partial<Omit<ProcessOptions, "settings">> {
    simulator?: SimulatorOptions;
    /** Who signs in; a token made elsewhere speaks for a user. @defaultValue the application alone */
    as?: "application" | "user" | "token";
    /** Settings of the provider beside those that reach the simulator. */
    settings?: Readonly<Record<string, string>>;
}

/** Runs some work in a world of its own. */
export async function inWorld<Result>(
    { simulator: options, as, settings, ...how }: WorldOptions,
    work: (world: World) => Promise<Result>,
): Promise<Result> {
    const simulator = await startSimulator({ certificateFolder: ".simulator", ...options });
    try {
        const stack = new ModelStack({
            // What a preview asks has tests of its own; the faults here are those of the lifecycle.
            settings: { ...access(simulator, as), onlineValidation: "off", ...settings },
            ...how,
        });
        const world = { simulator, stack, program: new Map(), told: new Set<string>() };
        const { repeatedRequestId = "replay" } = options?.uncertain ?? {};
        const replays = /^replay(SuccessOnly)?$/.test(repeatedRequestId);
        return await work({ ...world, manualSteps: [], replays, needless: [] });
    } finally {
        await simulator.close();
    }
}

/** How the provider reaches a simulator, by the names of its settings. */
function access(simulator: Simulator, as: WorldOptions["as"]): Record<string, string> {
    const given = simulator.settings();
    if (as === "token") {
        const accessToken = simulator.issueToken({ kind: "appAndUser" });
        return { apiUrl: simulator.apiUrl, accessToken };
    }
    return {
        apiUrl: simulator.apiUrl,
        authorityUrl: simulator.authorityUrl,
        tenantId: given.PARTNERCENTER_TENANT_ID ?? "",
        clientId: given.PARTNERCENTER_CLIENT_ID ?? "",
        clientSecret: given.PARTNERCENTER_CLIENT_SECRET ?? "",
        ...(as === "user" && { refreshToken: simulator.issueRefreshToken() }),
    };
}

/** The program as the engine gets it. */
export function programOf({ program }: World): Record<string, Members> {
    return Object.fromEntries([...program].map(([name, wishes]) => [name, declared(name, wishes)]));
}

/** `pulumi up`; remembers what the user was told. */
export async function up(world: World, how: Partial<ProcessOptions> = {}): Promise<Outcome> {
    const outcome = await world.stack.up(programOf(world), how);
    for (const message of outcome.messages) remember(world, message);
    return outcome;
}

/** Does what a message asks a person for. */
function remember(world: World, message: string): void {
    for (const [name, wishes] of world.program) {
        const [, id] = message.match(/^\s*existingCustomerId: "([0-9a-f-]{36})",$/m) ?? [];
        if (id !== undefined && message.includes(domainOf(name))) {
            world.program.set(name, { ...wishes, existingCustomerId: id });
            world.told.add(id);
            world.manualSteps.push("existingCustomerId");
            if (world.replays && isNeedless(world.simulator, name, id)) world.needless.push(name);
        }
        const tenant = world.stack.resources.get(name)?.id;
        const asksForReset = /Reset the password/.test(message);
        if (asksForReset && tenant !== undefined && message.includes(tenant)) {
            world.told.add(tenant);
            world.manualSteps.push("resetPassword");
        }
    }
}

/** Nothing goes wrong any more: `pulumi up` until it has nothing to complain of. */
export async function bringToTheEnd(world: World): Promise<void> {
    const { simulator, manualSteps } = world;
    simulator.forgetMisbehaviours();
    simulator.invisibleAfterCreate = {};
    await startAgain(() => up(world), { manualSteps });
}
