import type { Contestant } from "../contestants/contestants";
import { type Measurement, type OperationName, operations as wholeLife } from "../results";
import { Bench, type BenchOptions } from "./bench";

/** Measures operations of one deployment, one after the other: by default all, from the first preview to its end. */
export async function measureLife(
    contestant: Contestant,
    options: BenchOptions,
    operations: readonly OperationName[] = wholeLife,
): Promise<Measurement[]> {
    const bench = await Bench.open(contestant, options);
    const measurements: Measurement[] = [];
    try {
        for (const operation of operations) {
            const measurement = await bench.measure(operation);
            measurements.push(measurement);
            tell(measurement);
        }
        return measurements;
    } finally {
        await bench.close();
    }
}

/** Measurements under the name of another contestant. */
export function named(contestant: string, measurements: readonly Measurement[]): Measurement[] {
    return measurements.map((measurement) => ({ ...measurement, contestant }));
}

/** Says on the terminal what was measured. */
export function tell({ contestant, customers, operation, seconds, latencyMs }: Measurement): void {
    const latency = latencyMs > 0 ? ` with ${latencyMs} ms of latency` : "";
    console.log(`${contestant}: ${operation} of ${customers}${latency}: ${seconds.toFixed(1)} s`);
}
