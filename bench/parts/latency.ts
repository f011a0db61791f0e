import { ours, typical } from "../contestants/contestants";
import { measureLife } from "../measuring/life";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** All operations against a service that takes its time. The floor never asks it. */
export async function measureLatency({ latency }: Plan): Promise<Measurement[]> {
    const { milliseconds, customers, rounds } = latency;
    const measurements: Measurement[] = [];
    for (const latencyMs of milliseconds) {
        for (let round = 0; round < rounds; round += 1) {
            for (const contestant of [ours, typical]) {
                measurements.push(...(await measureLife(contestant, { customers, latencyMs })));
            }
        }
    }
    return measurements;
}
