import { join } from "node:path";
import { LocalWorkspace, PulumiCommand } from "@pulumi/pulumi/automation";
import type { FleetCustomer } from "./customers/readCustomers";
import type { Interruption } from "./interruption";
import { type FleetReport, fleetReport, type Outcome, type StackReport } from "./report/report";
import { settleShards } from "./stacks/fleetFile";
import { Journal } from "./stacks/journal";
import type { OperationName } from "./stacks/operations";
import { type Plan, plansOf } from "./stacks/plan";
import { runStack } from "./stacks/runStack";
import { stackName } from "./stacks/shards";
import { SharedLimit } from "./stacks/sharedLimit";

/** What a fleet is asked for. */
export interface FleetOptions {
    operation: OperationName;
    customers: readonly FleetCustomer[];
    /** The project's folder. */
    folder: string;
    /** How many shards there are; needed once. */
    shards: number | undefined;
    /** The one shard to run. @defaultValue all */
    only?: number | undefined;
    /** Stacks at once. */
    parallel: number;
    /** Runs also what the run that this one goes on with has done. */
    all: boolean;
    /** What all stacks together may send in a minute; 0 is unlimited. */
    maxRequestsPerMinute: number;
    /** How many calls of all stacks may be under way at once. */
    maxConcurrency: number;
    interruption: Interruption;
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
    const { operation, customers, folder } = options;
    const pulumi = await PulumiCommand.get();
    const workspace = await LocalWorkspace.create({ workDir: folder, pulumiCommand: pulumi });
    const stacks = await workspace.listStacks();
    const names = stacks.map(({ name }) => name);
    const shards = await settleShards(folder, options.shards, names);
    const only = options.only && stackName({ number: options.only, of: shards });
    const plans = plansOf(operation, customers, shards, stacks).filter(
        ({ stack }) => only === undefined || stack === only,
    );
    const journal = await Journal.begin(join(folder, ".fleet", "run.json"), operation);
    const due = plans.filter((plan) => options.all || !journal.isDone(plan.stack, plan.digest));
    const reports = new Map(
        plans.map((plan) => [
            plan.stack,
            reportOf(plan, due.includes(plan) ? "interrupted" : "done before"),
        ]),
    );
    progress.begin(due.length, sum(due.map(({ size }) => size)));
    await runAll(due, { options, pulumi, journal, progress }, (report) => {
        reports.set(report.stack, report);
        progress.stack(report);
    });
    progress.end();
    const report = fleetReport(operation, secondsSince(startedAt), [...reports.values()]);
    await journal.end(report.hasSucceeded);
    return report;
}

interface Means {
    options: FleetOptions;
    pulumi: PulumiCommand;
    journal: Journal;
    progress: Progress;
}

/** Runs stacks, so many at once, and shares the limits among them. */
async function runAll(
    due: readonly Plan[],
    { options, pulumi, journal, progress }: Means,
    onReport: (report: StackReport) => void,
): Promise<void> {
    const { maxRequestsPerMinute: perMinute, interruption } = options;
    const { signal } = interruption;
    const atOnce = Math.min(options.parallel, due.length, perMinute || due.length);
    const shares = perMinute === 0 ? [] : journal.lentShares;
    const limit = new SharedLimit({ perMinute, shares, signal });
    const waiting = [...due];
    let unfinished = due.length;

    const runNext = async (plan: Plan) => {
        const useful = plan.size * callsPerCustomer + 1;
        const partOf = (stacks: number) => Math.min(useful, Math.floor(perMinute / stacks));
        const killedRun = journal.killedRun(plan.stack);
        await journal.start(plan.stack, plan.digest);
        const startedAt = Date.now();
        const result = await runStack({
            ...plan,
            name: plan.stack,
            operation: options.operation,
            folder: options.folder,
            pulumi,
            killedRun,
            signal: interruption.engines,
            maxConcurrency: Math.max(1, Math.floor(options.maxConcurrency / atOnce)),
            borrow: async () => {
                const share = await limit.take(
                    partOf(atOnce),
                    partOf(Math.min(atOnce, unfinished)),
                );
                await journal.lend(plan.stack, share?.perMinute ?? 0);
                return share;
            },
            giveBack: (share, use) => limit.giveBack(share, use),
            onCustomer: () => progress.customer(),
        });
        const hasSucceeded = result.problem === undefined && result.failures.length === 0;
        await journal.finish(plan.stack, hasSucceeded);
        unfinished -= 1;
        const otherwise = signal.aborted ? "interrupted" : "failed";
        onReport({
            ...reportOf(plan, hasSucceeded ? "succeeded" : otherwise),
            ...result,
            seconds: secondsSince(startedAt),
        });
    };
    const work = async () => {
        for (let plan = waiting.shift(); plan && !signal.aborted; plan = waiting.shift()) {
            await runNext(plan);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
}

/** A creation takes two calls; a share for more than this would be of no use to a stack. */
const callsPerCustomer = 4;

function reportOf({ stack, customers }: Plan, outcome: Outcome): StackReport {
    const nothing = { changes: {}, failures: [], warnings: [], seconds: 0 };
    return { stack, outcome, customers: customers.length, ...nothing };
}

function secondsSince(startedAt: number): number {
    return (Date.now() - startedAt) / 1000;
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
