import { destroy, type Operation, type Requests, refresh } from "../resources/operation";
import { bringToTheEnd, up } from "../resources/world";

/** The requests about migrations and their schedules, by what they are. */
export const requests = {
    "list migrations": { method: "GET", path: "/v1/migrations/newcommerce$" },
    begin: { method: "POST", path: "/migrations/newcommerce$" },
    follow: { method: "GET", path: "/newcommerce/[0-9a-f-]{36}$" },
    "list schedules": { method: "GET", path: "/v1/migrations/newcommerce/schedules$" },
    schedule: { method: "POST", path: "/schedules$" },
    change: { method: "PUT", path: "/schedules/" },
    cancel: { method: "POST", path: "/cancel$" },
} as const satisfies Requests<string>;

type RequestName = keyof typeof requests;

/** What there is in the end. */
export interface Migrated {
    /** The schedules that wait for their day. */
    scheduled: number;
    quantity: number;
}

/** All operations on migrations that ask the service for anything. */
export const operations: readonly (Operation<RequestName> & Migrated)[] = [
    {
        name: "migrate",
        kind: "NewCommerceMigration",
        requests: ["list migrations", "begin", "follow"],
        prepare: async () => {},
        run: up,
        scheduled: 0,
        quantity: 5,
    },
    {
        name: "read a migration",
        kind: "NewCommerceMigration",
        requests: ["list migrations"],
        prepare: bringToTheEnd,
        run: refresh,
        scheduled: 0,
        quantity: 5,
    },
    {
        name: "schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "schedule"],
        prepare: async () => {},
        run: up,
        scheduled: 1,
        quantity: 5,
    },
    {
        name: "read a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules"],
        prepare: bringToTheEnd,
        run: refresh,
        scheduled: 1,
        quantity: 5,
    },
    {
        name: "change a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "change"],
        prepare: async (world) => {
            await bringToTheEnd(world);
            world.args = { ...world.args, quantity: 9 };
        },
        run: up,
        scheduled: 1,
        quantity: 9,
    },
    {
        name: "end a schedule",
        kind: "NewCommerceMigrationSchedule",
        requests: ["list schedules", "cancel"],
        removes: true,
        prepare: bringToTheEnd,
        run: destroy,
        scheduled: 0,
        quantity: 5,
    },
];
