import { setTimeout as sleep } from "node:timers/promises";
import type { dynamic } from "@pulumi/pulumi";
import { Customer } from "pulumi-partnercenter/provider";
import { makeCustomers } from "../contestants/customers";

/**
 * Checks and creates customer after customer by the provider object that the engine's provider process
 * loads, eight at a time as the engine does, and prints what the heap holds in between.
 */
async function main(customers: number, every: number): Promise<void> {
    const none = { get: () => undefined, require: () => "" };
    await Customer.configure?.({ config: none as unknown as dynamic.Config });
    const points = [];
    for (let made = 0; made <= customers; made += every) {
        points.push({ customers: made, heapBytes: await usedHeap() });
        const batch = Object.values(makeCustomers(every, `batch${made}x`));
        await Promise.all(Array.from({ length: 8 }, () => createAll(batch)));
    }
    console.log(JSON.stringify(points));
}

async function createAll(batch: object[]): Promise<void> {
    for (let args = batch.pop(); args !== undefined; args = batch.pop()) {
        const checked = await Customer.check?.({}, args as Record<string, unknown>);
        if (checked?.inputs === undefined || checked.failures?.length) {
            throw new Error(JSON.stringify(checked?.failures));
        }
        await Customer.create(checked.inputs);
    }
}

async function usedHeap(): Promise<number> {
    await sleep(100);
    for (let time = 0; time < 3; time += 1) {
        globalThis.gc?.();
        await sleep(10);
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
}

main(Number(process.argv[2]), Number(process.argv[3])).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
