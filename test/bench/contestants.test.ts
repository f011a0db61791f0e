import assert from "node:assert/strict";
import { test } from "node:test";
import {
    floor,
    ours,
    oursBesideSdk,
    terraform,
    typical,
} from "../../bench/contestants/contestants";
import { measureLife } from "../../bench/measuring/life";
import { terraformVersion } from "../../bench/measuring/terraform";

const creation = "POST /customers";
const removal = "DELETE /customers/{id}";
const withoutTerraform =
    terraformVersion() === undefined && "terraform or its provider is not here";

for (const { contestant, calls, skip = false } of [
    { contestant: ours, calls: [1, 1] },
    { contestant: oursBesideSdk, calls: [1, 1] },
    { contestant: floor, calls: [undefined, undefined] },
    { contestant: typical, calls: [1, 1] },
    { contestant: terraform, calls: [1, 1], skip: withoutTerraform },
]) {
    test(`a customer of "${contestant.name}" is made and removed`, { skip }, async () => {
        const measured = await measureLife(contestant, { customers: 1 }, ["up", "destroy"]);
        const [up, destroy] = measured;
        assert.deepEqual([up?.requests[creation], destroy?.requests[removal]], calls);
        for (const { cpuSeconds, peakMemoryBytes } of measured) {
            assert.ok(cpuSeconds > 0 && peakMemoryBytes > 10e6);
        }
        assert.ok(Number(up?.stateBytes) > Number(destroy?.stateBytes));
    });
}
