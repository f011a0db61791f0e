import { ours, typical } from "../contestants/contestants";
import { measureLife, named } from "../measuring/life";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** What it is called where a preview asks the service. */
export const withOnlineValidation = "ours, onlineValidation";

/** All operations against a service that takes its time. The floor never asks it. */
export async function measureLatency({ latency }: Plan): Promise<Measurement[]> {
    const { milliseconds, customers, rounds } = latency;
    const measurements: Measurement[] = [];
    for (const latencyMs of milliseconds) {
        for (let round = 0; round < rounds; round += 1) {
            for (const contestant of [ours, typical]) {
                measurements.push(...(await measureLife(contestant, { customers, latencyMs })));
            }
            const env = { PARTNERCENTER_ONLINE_VALIDATION: "error" };
            const asking = await measureLife(ours, { customers, latencyMs, env }, ["preview"]);
            measurements.push(...named(withOnlineValidation, asking));
        }
    }
    return measurements;
}
