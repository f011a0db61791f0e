import { join } from "node:path";
import type { StackSummary } from "@pulumi/pulumi/automation";
import type { FleetCustomer } from "./customers/readCustomers";
import { plainTable } from "./report/plainTable";
import { openBackend } from "./stacks/backend";
import { settleShards } from "./stacks/fleetFile";
import { type LastRun, readLastRun } from "./stacks/journal";
import { customersIn, plansOf } from "./stacks/plan";
import { allShards, stackName } from "./stacks/shards";

interface Fleet {
    /** The project's folder. */
    folder: string;
    customers: readonly FleetCustomer[];
    shards: number | undefined;
}

/** A shard as an entry of a pipeline's matrix. */
export interface ShardRow {
    /** For `--shard`. */
    shard: string;
    stack: string;
    customers: number;
}

/** The shards that have something to do, in the form that a pipeline's matrix takes. */
export async function shardRows(fleet: Fleet): Promise<ShardRow[]> {
    const { shards, stacks } = await look(fleet);
    const plans = plansOf("up", fleet.customers, shards, stacks);
    return allShards(shards).flatMap((shard) => {
        const plan = plans.find(({ stack }) => stack === stackName(shard));
        return plan === undefined
            ? []
            : {
                  shard: `${shard.number}/${shard.of}`,
                  stack: plan.stack,
                  customers: plan.customers.length,
              };
    });
}

/** How a stack stands. */
export interface StatusRow {
    stack: string;
    /** How many customers the file has for it, and how many it has. */
    declared: number;
    held: number;
    lastUpdate?: string;
    /** What the last run from this folder did with it. */
    lastRun: "succeeded" | "failed" | "unfinished" | "running" | "";
}

/** How each stack stands, as the backend and the last run from this folder say. */
export async function statusRows(fleet: Fleet): Promise<StatusRow[]> {
    const { shards, stacks } = await look(fleet);
    const last = await readLastRun(join(fleet.folder, ".fleet", "run.json"));
    return plansOf("up", fleet.customers, shards, stacks).map(({ stack, customers }) => {
        const found = stacks.find(({ name }) => name === stack);
        return {
            stack,
            declared: customers.length,
            held: customersIn(found),
            ...(found?.lastUpdate && { lastUpdate: found.lastUpdate }),
            lastRun: wordFor(last, stack),
        };
    });
}

export function statusTable(rows: readonly StatusRow[]): string {
    const head = ["stack", "in the file", "in the stack", "last update", "last run"];
    return plainTable(
        head,
        rows.map(({ stack, declared, held, lastUpdate = "never", lastRun }) => [
            stack,
            String(declared),
            String(held),
            lastUpdate.slice(0, 16).replace("T", " "),
            lastRun,
        ]),
    );
}

async function look({
    folder,
    shards,
}: Fleet): Promise<{ shards: number; stacks: StackSummary[] }> {
    const { stacks } = await openBackend(folder);
    const names = stacks.map(({ name }) => name);
    return { shards: await settleShards(folder, shards, names), stacks };
}

function wordFor(last: LastRun | undefined, stack: string): StatusRow["lastRun"] {
    const entry = last?.entries[stack];
    if (last === undefined || entry === undefined) {
        return "";
    }
    if (entry.endedAt === undefined) {
        return last.isRunning ? "running" : "unfinished";
    }
    return entry.hasSucceeded === true ? "succeeded" : "failed";
}
