import type { RequestPattern } from "../../../simulator/misbehaviour";
import type { Outcome } from "../engine/engineModel";
import { resellerId } from "../engine/programs";
import type { ProcessOptions } from "../engine/providerProcess";
import { up, type World } from "../world";

/** The requests that an operation makes, by what they are. */
export const requests = {
    "sign-in": { method: "POST", path: "/token$" },
    create: { method: "POST", path: "/v1/customers$" },
    read: { method: "GET", path: "/v1/customers/[^/]+$" },
    "read billing profile": { method: "GET", path: "/profiles/billing$" },
    "write billing profile": { method: "PUT", path: "/profiles/billing$" },
    "end relationship": { method: "PATCH", path: "/v1/customers/[^/]+$" },
    delete: { method: "DELETE", path: "/v1/customers/[^/]+$" },
} as const satisfies Record<string, RequestPattern>;

export type RequestName = keyof typeof requests;

/** Something that the engine asks of the provider. */
export interface TableOperation {
    name: string;
    as: "application" | "user";
    /** In the order in which they are made. */
    requests: readonly RequestName[];
    /** Whether the customer ends with it. */
    removes?: "relationship" | "customer";
    /** Brings about what the operation starts from. */
    prepare(world: World): Promise<void>;
    run(world: World, how?: Partial<ProcessOptions>): Promise<Outcome>;
}

/** The one resource of the table. */
export const subject = "contoso";

async function exists(world: World, deletionPolicy?: string): Promise<void> {
    world.program.set(subject, { deletionPolicy });
    await mustSucceed(up(world));
}

async function mustSucceed(outcome: Promise<Outcome>): Promise<void> {
    const { ok, messages } = await outcome;
    if (!ok) throw new Error(`The preparation failed: ${messages.join("\n")}`);
}

const destroy: TableOperation["run"] = ({ stack }, how) => stack.destroy(how);

/** All operations that ask the service for anything. */
export const operations: readonly TableOperation[] = [
    {
        name: "create",
        as: "application",
        requests: ["sign-in", "create", "read"],
        prepare: async ({ program }) => void program.set(subject, {}),
        run: up,
    },
    {
        name: "create for a reseller",
        as: "user",
        requests: ["sign-in", "create", "read"],
        prepare: async ({ program }) =>
            void program.set(subject, {
                associatedPartnerId: resellerId,
                enableGDAPByDefault: false,
            }),
        run: up,
    },
    {
        name: "adopt",
        as: "application",
        requests: ["sign-in", "read", "read billing profile", "write billing profile"],
        prepare: async (world) => {
            await exists(world, "retain");
            const existingCustomerId = world.simulator.customers[0]?.id;
            await mustSucceed(world.stack.destroy());
            world.program.set(subject, { existingCustomerId, address: { city: "Bellevue" } });
            // An adopted customer's password is the business of whoever has it.
            world.told.add(existingCustomerId ?? "");
        },
        run: up,
    },
    {
        name: "read",
        as: "application",
        requests: ["sign-in", "read"],
        prepare: (world) => exists(world),
        run: ({ stack }, how) => stack.refresh(how),
    },
    {
        name: "update",
        as: "application",
        requests: ["sign-in", "read billing profile", "write billing profile"],
        prepare: async (world) => {
            await exists(world);
            world.program.set(subject, { address: { addressLine1: "Two Microsoft Way" } });
        },
        run: up,
    },
    {
        name: "end the relationship",
        as: "user",
        requests: ["sign-in", "end relationship"],
        removes: "relationship",
        prepare: (world) => exists(world, "removeRelationship"),
        run: destroy,
    },
    {
        name: "delete",
        as: "application",
        requests: ["sign-in", "delete"],
        removes: "customer",
        prepare: (world) => exists(world, "delete"),
        run: destroy,
    },
];
