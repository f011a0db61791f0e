import { floor, ours, oursBesideSdk, terraform, typical } from "../contestants/contestants";
import { measureLife } from "../measuring/life";
import { terraformVersion } from "../measuring/terraform";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** All operations for each number of customers, the contestants by turns. Terraform is one of them where it is there. */
export async function measureScale({ scale }: Plan): Promise<Measurement[]> {
    const others = terraformVersion() === undefined ? [] : [terraform];
    const measurements: Measurement[] = [];
    for (const [customers, rounds] of Object.entries(scale)) {
        for (let round = 0; round < rounds; round += 1) {
            for (const contestant of [ours, oursBesideSdk, floor, typical, ...others]) {
                const options = { customers: Number(customers) };
                measurements.push(...(await measureLife(contestant, options)));
            }
        }
    }
    return measurements;
}
