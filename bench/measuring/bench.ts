import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { RecordedRequest } from "pulumi-partnercenter/simulator";
import { newStack } from "../../test/engine/harness/newStack";
import type { Result } from "../../test/engine/harness/result";
import type { Stack } from "../../test/engine/harness/stack";
import type { Contestant } from "../contestants/contestants";
import { makeCustomers } from "../contestants/customers";
import type { Measurement } from "../results";
import { watchProcessTree } from "./processTree";
import { countByKind } from "./requests";
import { Service, type ServiceOptions } from "./service";

export interface BenchOptions extends ServiceOptions {
    customers: number;
    env?: Record<string, string>;
}

const unattended = ["--non-interactive", "--color", "never"];
const atOnce = ["--yes", "--skip-preview", ...unattended];

const commands = {
    preview: ["preview", ...unattended],
    up: ["up", ...atOnce],
    "up again": ["up", ...atOnce],
    refresh: ["refresh", ...atOnce],
    destroy: ["destroy", ...atOnce],
} as const;

export type OperationName = keyof typeof commands;

export interface Run {
    result: Result;
    requests: readonly RecordedRequest[];
    measurement: Measurement;
}

/** A stack of one contestant, with a service of its own. */
export class Bench {
    readonly stack: Stack;
    readonly service: Service;
    readonly #contestant: Contestant;
    readonly #options: BenchOptions;

    static async open(contestant: Contestant, options: BenchOptions): Promise<Bench> {
        const service = await Service.start(options);
        const stack = await newStack({
            program: contestant.program,
            project: "bench",
            env: {
                ...service.settings,
                PARTNERCENTER_ONLINE_VALIDATION: "off",
                PARTNERCENTER_MAX_REQUESTS_PER_MINUTE: String(options.requestsPerMinute ?? 0),
                ...options.env,
            },
        });
        const customers = join(stack.project.root, "customers.json");
        writeFileSync(customers, JSON.stringify(makeCustomers(options.customers)));
        stack.env.BENCH_CUSTOMERS = customers;
        return new Bench(contestant, options, service, stack);
    }

    private constructor(
        contestant: Contestant,
        options: BenchOptions,
        service: Service,
        stack: Stack,
    ) {
        this.#contestant = contestant;
        this.#options = options;
        this.service = service;
        this.stack = stack;
    }

    /** Runs an operation to its end, and fails where it fails. */
    async measure(operation: OperationName): Promise<Measurement> {
        const { result, measurement } = await this.run(operation);
        result.expectSuccess();
        return measurement;
    }

    /** Runs an operation to its end, however it ends. */
    async run(operation: OperationName): Promise<Run> {
        await this.service.takeRequests();
        const startedAt = performance.now();
        const running = this.stack.start(...commands[operation]);
        const endWatch = watchProcessTree(running.pid);
        const result = await running.result;
        const seconds = (performance.now() - startedAt) / 1000;
        const { cpuSeconds, peakMemoryBytes } = endWatch();
        const requests = await this.service.takeRequests();
        const measurement = {
            contestant: this.#contestant.name,
            customers: this.#options.customers,
            latencyMs: this.#options.latencyMs ?? 0,
            operation,
            seconds: Math.round(seconds * 1000) / 1000,
            cpuSeconds: Math.round(cpuSeconds * 100) / 100,
            peakMemoryBytes,
            stateBytes: this.#stateBytes(),
            requests: countByKind(requests),
        };
        return { result, requests, measurement };
    }

    async close(): Promise<void> {
        await this.stack.remove();
        await this.service.stop();
    }

    #stateBytes(): number {
        const { state } = this.stack.project;
        return statSync(join(state, ".pulumi/stacks/bench", `${this.stack.name}.json`)).size;
    }
}
