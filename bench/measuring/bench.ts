import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import type { RecordedRequest } from "pulumi-partnercenter/simulator";
import type { Result } from "../../test/engine/harness/result";
import type { Contestant } from "../contestants/contestants";
import { makeCustomers } from "../contestants/customers";
import type { Measurement, OperationName } from "../results";
import type { Deployment } from "./deployment";
import { watchProcessTree } from "./processTree";
import { countByKind } from "./requests";
import { Service, type ServiceOptions } from "./service";

export interface BenchOptions extends ServiceOptions {
    customers: number;
    env?: Record<string, string>;
}

export interface Run {
    result: Result;
    requests: readonly RecordedRequest[];
    measurement: Measurement;
}

/** A deployment of one contestant, with a service of its own. */
export class Bench<Kind extends Deployment = Deployment> {
    readonly deployment: Kind;
    readonly service: Service;
    /** The file of its customers. */
    readonly customers: string;
    readonly #contestant: Contestant<Kind>;
    readonly #options: BenchOptions;

    static async open<Kind extends Deployment>(
        contestant: Contestant<Kind>,
        options: BenchOptions,
    ): Promise<Bench<Kind>> {
        const service = await Service.start(options);
        const customers = join(
            mkdtempSync(join(tmpdir(), "partnercenter-bench-")),
            "customers.json",
        );
        writeFileSync(customers, JSON.stringify(makeCustomers(options.customers)));
        const env = {
            PARTNERCENTER_ONLINE_VALIDATION: "off",
            PARTNERCENTER_MAX_REQUESTS_PER_MINUTE: String(options.requestsPerMinute ?? 0),
            ...options.env,
        };
        try {
            const deployment = await contestant.deploy({ service, customers, env });
            return new Bench(contestant, options, { service, customers, deployment });
        } catch (error) {
            rmSync(dirname(customers), { recursive: true });
            // It would keep this process from ending.
            await service.stop();
            throw error;
        }
    }

    private constructor(
        contestant: Contestant<Kind>,
        options: BenchOptions,
        parts: { service: Service; customers: string; deployment: Kind },
    ) {
        this.#contestant = contestant;
        this.#options = options;
        this.service = parts.service;
        this.customers = parts.customers;
        this.deployment = parts.deployment;
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
        const running = this.deployment.start(operation);
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
            stateBytes: this.deployment.stateBytes(),
            requests: countByKind(requests),
        };
        return { result, requests, measurement };
    }

    async close(): Promise<void> {
        try {
            await this.deployment.remove();
        } finally {
            rmSync(dirname(this.customers), { recursive: true });
            await this.service.stop();
        }
    }
}
