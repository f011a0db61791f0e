import type { Plan } from "../plan";
import type { Figures, Part } from "../results";
import { measureCheckpoints } from "./checkpoints";
import { measureFleet } from "./fleet";
import { measureLatency } from "./latency";
import { measureLimit } from "./limit";
import { measureLoading } from "./loading";
import { measureMemory } from "./memory";
import { measureScale } from "./scale";

/** What can be measured, in the order of a whole run. */
export const parts: { [Name in Part]: (plan: Plan) => Promise<Figures[Name]> } = {
    loading: measureLoading,
    memory: measureMemory,
    scale: measureScale,
    latency: measureLatency,
    checkpoints: measureCheckpoints,
    limit: measureLimit,
    fleet: measureFleet,
};
