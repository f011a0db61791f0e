import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../test/engine/harness/project";
import { Service } from "../measuring/service";
import type { Plan } from "../plan";
import type { MemoryMeasurement } from "../results";

/** What the provider holds while it makes customer after customer in one process. */
export async function measureMemory({ memory }: Plan): Promise<MemoryMeasurement[]> {
    const measurements: MemoryMeasurement[] = [];
    for (const onlineValidation of ["off", "error"]) {
        const service = await Service.start();
        try {
            const env = {
                ...process.env,
                ...service.settings,
                PARTNERCENTER_ONLINE_VALIDATION: onlineValidation,
                PARTNERCENTER_MAX_REQUESTS_PER_MINUTE: "0",
            };
            const script = join(__dirname, "manyCreations.ts");
            const counts = [String(memory.customers), String(memory.every)];
            const args = ["--expose-gc", "--import", "tsx", script, ...counts];
            const options = { env, cwd: repository, maxBuffer: 2 ** 26 };
            const { stdout } = await promisify(execFile)(process.execPath, args, options);
            const points: Omit<MemoryMeasurement, "onlineValidation">[] = JSON.parse(stdout);
            measurements.push(...points.map((point) => ({ onlineValidation, ...point })));
        } finally {
            await service.stop();
        }
    }
    return measurements;
}
