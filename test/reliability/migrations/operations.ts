import type { Kind } from "../../../provider/dynamic/kinds";
import { bringToTheEnd, type CustomerWorld, up } from "../confirmations/world";
import type { Outcome } from "../engine/engineModel";
import type { ProcessOptions } from "../engine/providerProcess";

/** The requests about migrations and their schedules, by what they are. */
export const requests = {
    "list migrations": { method: "GET", path: "/v1/migrations/newcommerce$" },
    begin: { method: "POST", path: "/migrations/newcommerce$" },
    follow: { method: "GET", path: "/newcommerce/[0-9a-f-]{36}$" },
    "list schedules": { method: "GET", path: "/v1/migrations/newcommerce/schedules$" },
    schedule: { method: "POST", path: "/schedules$" },
    change: { method: "PUT", path: "/schedules/" },
    cancel: { method: "POST", path: "/cancel$" },
} as const;

/** Something that the engine asks of the provider. */
export interface MigratingOperation {
    name: string;
    kind: Kind;
    /** In the order in which they are made. */
    requests: readonly (keyof typeof requests)[];
    /** Brings about what the operation starts from. */
    prepare(world: CustomerWorld): Promise<void>;
    run(world: CustomerWorld, how?: Partial<ProcessOptions>): Promise<Outcome>;
    /** Starts it again until it succeeds. */
    finish(world: CustomerWorld): Promise<void>;
    /** The schedules that wait for their day in the end. */
    scheduled: number;
    quantity: number;
}

const destroy: MigratingOperation["run"] = ({ stack }, how) => stack.destroy(how);
const refresh: MigratingOperation["run"] = ({ stack }, how) => stack.refresh(how);

const begun = { finish: bringToTheEnd, scheduled: 0, quantity: 5 };
const scheduled = { finish: bringToTheEnd, scheduled: 1, quantity: 5 };

/** All operations on migrations that ask the service for anything. */
export const operations: readonly MigratingOperation[] = [
    {
        ...begun,
        name: "migrate",
        kind: "NewCommerceMigration",
        requests: ["list migrations", "begin", "follow"],
        prepare: async () => {},
        run: up,
    },
    {
        ...begun,
        name: "read a migration",
        kind: "NewCommerceMigration",
        requests: ["list migrations"],
        prepare: bringToTheEnd,
        run: refresh,
    },
    {
        ...scheduled,
        name: "schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "schedule"],
        prepare: async () => {},
        run: up,
    },
    {
        ...scheduled,
        name: "read a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules"],
        prepare: bringToTheEnd,
        run: refresh,
    },
    {
        ...scheduled,
        name: "change a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "change"],
        prepare: async (world) => {
            await bringToTheEnd(world);
            world.args = { ...world.args, quantity: 9 };
        },
        run: up,
        quantity: 9,
    },
    {
        name: "end a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "cancel"],
        prepare: bringToTheEnd,
        run: destroy,
        finish: async ({ simulator, stack }) => {
            simulator.forgetMisbehaviours();
            const { ok, messages } = await stack.destroy();
            if (!ok) throw new Error(`It does not come to an end:\n${messages.join("\n")}`);
        },
        scheduled: 0,
        quantity: 5,
    },
];
