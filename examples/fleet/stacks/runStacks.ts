import type { PulumiCommand } from "@pulumi/pulumi/automation";
import type { Interruption } from "../interruption";
import type { Journal } from "./journal";
import type { OperationName } from "./operations";
import type { Plan } from "./plan";
import { runStack, type StackResult } from "./runStack";
import { type Share, SharedLimit } from "./sharedLimit";

/** How stacks are run. */
export interface StacksRun {
    operation: OperationName;
    /** The project's folder. */
    folder: string;
    pulumi: PulumiCommand;
    journal: Journal;
    /** Stacks at once. */
    parallel: number;
    /** What all stacks together may send in a minute; 0 is unlimited. */
    maxRequestsPerMinute: number;
    /** How many calls of all stacks may be under way at once. */
    maxConcurrency: number;
    interruption: Interruption;
    onCustomer(): void;
    onStack(plan: Plan, result: StackResult, seconds: number): void;
}

/** A creation takes two calls; a share for more than this would be of no use to a stack. */
const callsPerCustomer = 4;

/** Runs stacks, so many at once, and shares the limits among them. */
export async function runStacks(plans: readonly Plan[], run: StacksRun): Promise<void> {
    const { maxRequestsPerMinute, interruption, journal } = run;
    const atOnce = Math.min(run.parallel, plans.length, maxRequestsPerMinute || plans.length);
    const limit = new SharedLimit({
        perMinute: maxRequestsPerMinute,
        shares: maxRequestsPerMinute === 0 ? [] : journal.lentShares,
        signal: interruption.signal,
    });
    const waiting = [...plans];
    let unfinished = plans.length;

    const borrow = async ({ stack, size }: Plan): Promise<Share | undefined> => {
        const partOf = (stacks: number) =>
            Math.min(size * callsPerCustomer + 1, Math.floor(maxRequestsPerMinute / stacks));
        const share = await limit.take(partOf(atOnce), partOf(Math.min(atOnce, unfinished)));
        await journal.lend(stack, share?.perMinute ?? 0);
        return share;
    };
    const work = async () => {
        for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
            if (interruption.signal.aborted) {
                return;
            }
            const { stack } = plan;
            const startedAt = Date.now();
            const killedRun = journal.killedRun(stack);
            await journal.start(stack, plan.digest);
            const result = await runStack({
                ...run,
                ...plan,
                killedRun,
                maxConcurrency: Math.max(1, Math.floor(run.maxConcurrency / atOnce)),
                borrow: borrow.bind(undefined, plan),
                giveBack: limit.giveBack.bind(limit),
            });
            await journal.finish(stack, result.outcome);
            unfinished -= 1;
            run.onStack(plan, result, (Date.now() - startedAt) / 1000);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
}
