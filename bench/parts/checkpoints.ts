import { ours } from "../contestants/contestants";
import { measureLife, named } from "../measuring/life";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** What it is called where the engine writes the state at the end only. */
export const withoutCheckpoints = "ours, PULUMI_SKIP_CHECKPOINTS";

/** An update that writes the state after each step, and one that writes it at its end. */
export async function measureCheckpoints({ checkpoints }: Plan): Promise<Measurement[]> {
    const { customers, rounds } = checkpoints;
    const measurements: Measurement[] = [];
    for (let round = 0; round < rounds; round += 1) {
        measurements.push(...(await measureLife(ours, { customers }, ["up"])));
        const env = { PULUMI_SKIP_CHECKPOINTS: "true" };
        const without = await measureLife(ours, { customers, env }, ["up"]);
        measurements.push(...named(withoutCheckpoints, without));
    }
    return measurements;
}
