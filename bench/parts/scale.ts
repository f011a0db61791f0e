import { floor, ours, oursBesideSdk, typical } from "../contestants/contestants";
import { measureLife } from "../measuring/life";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** All operations for each number of customers, the contestants by turns. */
export async function measureScale({ scale }: Plan): Promise<Measurement[]> {
    const measurements: Measurement[] = [];
    for (const [customers, rounds] of Object.entries(scale)) {
        for (let round = 0; round < rounds; round += 1) {
            for (const contestant of [ours, oursBesideSdk, floor, typical]) {
                const options = { customers: Number(customers) };
                measurements.push(...(await measureLife(contestant, options)));
            }
        }
    }
    return measurements;
}
