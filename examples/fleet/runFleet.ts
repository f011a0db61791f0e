import { join } from "node:path";
import type { StackSummary } from "@pulumi/pulumi/automation";
import type { FleetCustomer } from "./customers/readCustomers";
import { type FleetReport, fleetReport, type StackReport } from "./report/report";
import { openBackend } from "./stacks/backend";
import { settleShards } from "./stacks/fleetFile";
import { Journal } from "./stacks/journal";
import { type Plan, plansOf } from "./stacks/plan";
import { runStacks, type StacksRun } from "./stacks/runStacks";
import { stackName } from "./stacks/shards";

/** What a fleet is asked for. */
export interface FleetOptions
    extends Omit<StacksRun, "pulumi" | "journal" | "onCustomer" | "onStack"> {
    customers: readonly FleetCustomer[];
    /** How many shards there are; needed once. */
    shards: number | undefined;
    /** The one shard to run. @defaultValue all */
    only?: number | undefined;
    /** Runs also what the run that this one goes on with has done. */
    all: boolean;
}

/** Is told how far a run is. */
export interface Progress {
    begin(stacks: number, customers: number): void;
    customer(): void;
    stack(report: StackReport): void;
    end(): void;
}

/**
 * Runs an operation on all stacks of a fleet, some at a time. What fails is part of the report.
 *
 * @throws Refused where the fleet cannot be run in this way.
 */
export async function runFleet(options: FleetOptions, progress: Progress): Promise<FleetReport> {
    const startedAt = Date.now();
    const { operation, folder } = options;
    const { pulumi, stacks } = await openBackend(folder);
    const plans = await plan(options, stacks);
    const journal = await Journal.begin(join(folder, ".fleet", "run.json"), operation);
    const due = plans.filter(({ stack, digest }) => options.all || !journal.isDone(stack, digest));
    const reports = new Map(
        plans.map((plan) => [
            plan.stack,
            unbegun(plan, due.includes(plan) ? "interrupted" : "done before"),
        ]),
    );
    const customers = due.reduce((total, { size }) => total + size, 0);
    progress.begin(due.length, customers);
    await runStacks(due, {
        ...options,
        pulumi,
        journal,
        onCustomer: () => progress.customer(),
        onStack(plan, result, seconds) {
            const report = { ...unbegun(plan, result.outcome), ...result, seconds };
            reports.set(plan.stack, report);
            progress.stack(report);
        },
    });
    progress.end();
    const seconds = (Date.now() - startedAt) / 1000;
    const report = fleetReport(operation, seconds, [...reports.values()]);
    await journal.end(report.hasSucceeded);
    return report;
}

async function plan(options: FleetOptions, stacks: StackSummary[]): Promise<Plan[]> {
    const { operation, customers, folder, only } = options;
    const names = stacks.map(({ name }) => name);
    const shards = await settleShards(folder, options.shards, names);
    const plans = plansOf(operation, customers, shards, stacks);
    return only === undefined
        ? plans
        : plans.filter(({ stack }) => stack === stackName({ number: only, of: shards }));
}

function unbegun({ stack, customers }: Plan, outcome: StackReport["outcome"]): StackReport {
    const nothing = { changes: {}, failures: [], warnings: [], seconds: 0 };
    return { stack, outcome, customers: customers.length, ...nothing };
}
