import { setTimeout as sleep } from "node:timers/promises";
import {
    type CommandError,
    ConcurrentUpdateError,
    LocalWorkspace,
    type OpType,
    type PulumiCommand,
    Stack,
} from "@pulumi/pulumi/automation";
import type { FleetCustomer } from "../customers/readCustomers";
import { declareCustomers } from "../declareCustomers";
import type { Interruption } from "../interruption";
import { holdersIn, isOfRun, lives } from "./lock";
import { Observer, type Remark } from "./observer";
import { type OperationName, perform, withoutLookingBack } from "./operations";
import { reasonOf } from "./reason";
import type { Share } from "./sharedLimit";

/** One stack of a fleet, and what is to be done with it. */
export interface StackRun {
    stack: string;
    exists: boolean;
    customers: readonly FleetCustomer[];
    operation: OperationName;
    /** The project's folder: where its packages are found. */
    folder: string;
    pulumi: PulumiCommand;
    /** How many calls may be under way at once. */
    maxConcurrency: number;
    /** Lends each operation what it may send; nothing where the run was ended. */
    borrow(): Promise<Share | undefined>;
    giveBack(share: Share, use: { wasUsed: boolean }): void;
    /** When a run began with this stack that did not end; in milliseconds since 1970. */
    killedRun: number | undefined;
    interruption: Interruption;
    onCustomer(): void;
}

export type Outcome =
    | "succeeded"
    | "failed"
    /** The run was ended before or while the stack was worked on. */
    | "interrupted"
    /** Another process holds the stack. */
    | "locked";

/** What became of a stack. */
export interface StackResult {
    outcome: Outcome;
    /** How many customers were created, updated and so on. */
    changes: Partial<Record<OpType, number>>;
    failures: Remark[];
    warnings: Remark[];
    /** What is wrong with the stack itself, if anything is. */
    problem?: string;
}

/** How long the processes of a killed run may take to end. */
const patienceMs = 300_000;

/** Runs an operation on a stack. What fails is part of the result. */
export async function runStack(run: StackRun): Promise<StackResult> {
    const observer = new Observer(run.onCustomer);
    const error = await openStack(run)
        .then((stack) => operate(run, stack, observer))
        .catch(asError);
    const { failures, warnings } = observer;
    const outcome = outcomeOf(run, error, failures);
    const isAboutStack = error !== undefined && outcome !== "interrupted" && failures.length === 0;
    return {
        outcome,
        changes: countedBy([...observer.done.values()]),
        failures,
        warnings,
        ...(isAboutStack && { problem: reasonOf(error) }),
    };
}

function outcomeOf(run: StackRun, error: Error | undefined, failures: readonly Remark[]): Outcome {
    if (error === undefined) {
        return failures.length === 0 ? "succeeded" : "failed";
    }
    if (run.interruption.signal.aborted) {
        return "interrupted";
    }
    return error instanceof ConcurrentUpdateError ? "locked" : "failed";
}

async function openStack(run: StackRun): Promise<Stack> {
    const { stack: name, exists, customers, folder, pulumi, maxConcurrency } = run;
    const workspace = await LocalWorkspace.create({
        program: async () => declareCustomers(customers),
        workDir: folder,
        pulumiCommand: pulumi,
        envVars: { PARTNERCENTER_MAX_CONCURRENCY: String(maxConcurrency) },
    });
    const stack = exists
        ? await Stack.select(name, workspace)
        : await Stack.create(name, workspace);
    return withoutLookingBack(stack);
}

/** Runs the operation, and answers why it failed, if it did. */
async function operate(
    run: StackRun,
    stack: Stack,
    observer: Observer,
): Promise<Error | undefined> {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
        const refused = observer.refused.length;
        const share = await run.borrow();
        const error =
            share === undefined
                ? new Error("The run was ended.")
                : await performOnce(run, stack, observer, share);
        if (error === undefined || run.interruption.signal.aborted) {
            return error;
        }
        const isFreed =
            error instanceof ConcurrentUpdateError && (await free(run, stack, error, giveUpAt));
        // The engine ends at the first customer that is refused: the others are begun without it.
        if (!isFreed && observer.refused.length === refused) {
            return error;
        }
    }
}

async function performOnce(
    { operation, interruption, giveBack }: StackRun,
    stack: Stack,
    observer: Observer,
    share: Share,
): Promise<Error | undefined> {
    stack.workspace.envVars.PARTNERCENTER_MAX_REQUESTS_PER_MINUTE = String(share.perMinute);
    const exclude = observer.refused;
    const onEvent = observer.observe.bind(observer);
    try {
        await perform(operation, stack, { exclude, onEvent, signal: interruption.engines });
        giveBack(share, { wasUsed: observer.hasSeenWork });
        return undefined;
    } catch (error) {
        giveBack(share, { wasUsed: !(error instanceof ConcurrentUpdateError) });
        return asError(error);
    }
}

/** Releases a stack that a killed run of this fleet has left locked, once its process is gone. */
async function free(
    { killedRun }: StackRun,
    stack: Stack,
    error: CommandError,
    giveUpAt: number,
): Promise<boolean> {
    const holders = holdersIn(error.message);
    const isOurs =
        killedRun !== undefined &&
        holders.length > 0 &&
        holders.every((holder) => isOfRun(holder, killedRun));
    if (!isOurs || Date.now() > giveUpAt) {
        return false;
    }
    if (holders.some(({ pid }) => lives(pid))) {
        await sleep(500);
    } else {
        await stack.cancel();
    }
    return true;
}

function asError(error: unknown): Error {
    return error instanceof Error ? error : new Error(String(error));
}

function countedBy(operations: readonly OpType[]): Partial<Record<OpType, number>> {
    const counts: Partial<Record<OpType, number>> = {};
    for (const operation of operations) {
        counts[operation] = (counts[operation] ?? 0) + 1;
    }
    return counts;
}
