import { createHash } from "node:crypto";
import type { StackSummary } from "@pulumi/pulumi/automation";
import type { FleetCustomer } from "../customers/readCustomers";
import type { OperationName } from "./operations";
import { allShards, shardOf, stackName } from "./shards";

/** A stack that an operation is to go through. */
export interface Plan {
    stack: string;
    exists: boolean;
    customers: readonly FleetCustomer[];
    /** How many customers the operation meets there, as far as can be told. */
    size: number;
    /** Of all that the program says of the customers. */
    digest: string;
}

/** The stacks of a fleet that an operation has something to do in. */
export function plansOf(
    operation: OperationName,
    customers: readonly FleetCustomer[],
    shards: number,
    stacks: readonly StackSummary[],
): Plan[] {
    const found = new Map(stacks.map((summary) => [summary.name, summary]));
    const byStack = groupedByStack(customers, shards);
    const plans = allShards(shards).map((shard) => {
        const stack = stackName(shard);
        const own = byStack.get(stack) ?? [];
        const held = customersIn(found.get(stack));
        return {
            stack,
            exists: found.has(stack),
            customers: own,
            size: operation === "refresh" || operation === "destroy" ? held : own.length,
            digest: digestOf(own),
        };
    });
    const needsStack = operation === "refresh" || operation === "destroy";
    return plans.filter(({ exists, customers: own }) => exists || (!needsStack && own.length > 0));
}

/** How many customers a stack holds: all but the stack itself and the provider. */
export function customersIn(stack: StackSummary | undefined): number {
    return Math.max(0, (stack?.resourceCount ?? 0) - 2);
}

function digestOf(customers: readonly FleetCustomer[]): string {
    const sorted = customers.toSorted((a, b) => (a.domain < b.domain ? -1 : 1));
    return createHash("sha256").update(JSON.stringify(sorted)).digest("base64url");
}

function groupedByStack(
    customers: readonly FleetCustomer[],
    shards: number,
): Map<string, FleetCustomer[]> {
    const groups = new Map<string, FleetCustomer[]>();
    for (const customer of customers) {
        const stack = stackName(shardOf(customer.domain, shards));
        groups.set(stack, [...(groups.get(stack) ?? []), customer]);
    }
    return groups;
}
