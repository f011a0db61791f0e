import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { terraformVersion } from "./measuring/terraform";

/** What is done to a contestant's customers, in this order; `up again` is an `up` without a change. */
export const operations = ["preview", "up", "up again", "refresh", "destroy"] as const;

export type OperationName = (typeof operations)[number];

/** What one run of one operation came to. */
export interface Measurement {
    contestant: string;
    customers: number;
    operation: OperationName;
    seconds: number;
    cpuSeconds: number;
    peakMemoryBytes: number;
    /** The state's file after the operation. */
    stateBytes: number;
    /** By kind. */
    requests: Record<string, number>;
    latencyMs: number;
}

/** How a throttled update went. */
export interface ThrottledMeasurement extends Measurement {
    requestsPerMinute: number;
    exitCode: number | null;
    /** Customers that the state holds afterwards. */
    made: number;
    /** Calls that were answered 429. */
    refused: number;
    /** Share of the limit that was used, of the minutes that were full. */
    shareOfLimit: number;
    /** Calls that were answered otherwise, second by second. */
    answeredBySecond: number[];
}

/** How long a process took to load something, and perhaps to make a call. */
export interface LoadingMeasurement {
    /** A bare Node.js process counts from its start, the one of dynamic providers from the request. */
    process: "bare" | "dynamic provider";
    script: string;
    milliseconds: number;
}

/** The provider process' memory after so many customers, when all garbage was collected. */
export interface MemoryMeasurement {
    onlineValidation: string;
    customers: number;
    heapBytes: number;
}

export interface Figures {
    scale: Measurement[];
    latency: Measurement[];
    limit: ThrottledMeasurement[];
    fleet: Measurement[];
    checkpoints: Measurement[];
    loading: LoadingMeasurement[];
    memory: MemoryMeasurement[];
}

export type Part = keyof Figures;

/** The measurements of one part, and what they were made on. */
interface MeasuredPart<Name extends Part> {
    measuredAt: string;
    machine: string;
    measurements: Figures[Name];
}

export type Results = { [Name in Part]?: MeasuredPart<Name> };

/** What was measured last, of each part; `folder` holds the document. */
export function readResults(folder: string): Results {
    const file = fileIn(folder);
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Puts what was measured in the place of older figures of the same part. */
export function keepResults(measured: Partial<Figures>, folder: string): void {
    const parts = Object.entries(measured).map(([part, measurements]) => [
        part,
        { measuredAt: new Date().toISOString(), machine: machine(), measurements },
    ]);
    const results: Results = { ...readResults(folder), ...Object.fromEntries(parts) };
    const file = fileIn(folder);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}

function fileIn(folder: string): string {
    return join(folder, "performance/figures.json");
}

function machine(): string {
    const [processor] = cpus();
    const terraform = terraformVersion();
    return [
        `${cpus().length} × ${processor?.model.trim()}`,
        `${Math.round(totalmem() / 2 ** 30)} GiB`,
        process.platform,
        `Node.js ${process.version.slice(1)}`,
        ...(terraform === undefined ? [] : [`Terraform ${terraform}`]),
    ].join(", ");
}
