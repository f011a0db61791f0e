import type { OpType } from "@pulumi/pulumi/automation";
import type { OperationName } from "../stacks/operations";
import type { Outcome, StackResult } from "../stacks/runStack";

/** What became of one stack of the fleet. */
export interface StackReport extends Omit<StackResult, "outcome"> {
    stack: string;
    /** `done before`: by a run before this one, and its customers are the same. */
    outcome: Outcome | "done before";
    /** How many customers the file has for it. */
    customers: number;
    seconds: number;
}

/** What became of a fleet. Holds no secret: of a customer the domain, and what the provider says. */
export interface FleetReport {
    operation: OperationName;
    hasSucceeded: boolean;
    seconds: number;
    customers: number;
    failedCustomers: number;
    /** How many customers were created, updated and so on. */
    changes: Partial<Record<OpType, number>>;
    stacks: StackReport[];
}

export function fleetReport(
    operation: OperationName,
    seconds: number,
    stacks: StackReport[],
): FleetReport {
    const changes: FleetReport["changes"] = {};
    for (const [name, count] of stacks.flatMap((stack) => Object.entries(stack.changes))) {
        const type = name as OpType;
        changes[type] = (changes[type] ?? 0) + count;
    }
    return {
        operation,
        hasSucceeded: stacks.every(({ outcome }) => ["succeeded", "done before"].includes(outcome)),
        seconds,
        customers: sum(stacks.map(({ customers }) => customers)),
        failedCustomers: sum(stacks.map(({ failures }) => failures.length)),
        changes,
        stacks,
    };
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
