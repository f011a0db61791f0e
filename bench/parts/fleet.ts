import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { repository } from "../../test/engine/harness/project";
import type { Stack } from "../../test/engine/harness/stack";
import { floor, ours } from "../contestants/contestants";
import { Bench } from "../measuring/bench";
import { measureLife, tell } from "../measuring/life";
import { watchProcessTree } from "../measuring/processTree";
import { countByKind } from "../measuring/requests";
import type { Plan } from "../plan";
import type { Measurement } from "../results";

/** The example `fleet`, and one stack of its largest number of customers. */
export async function measureFleet({ fleet }: Plan): Promise<Measurement[]> {
    const measurements: Measurement[] = [];
    for (const customers of fleet.customers) {
        measurements.push(await measureStacks(customers, fleet.stackSize));
    }
    const customers = Math.max(...fleet.customers);
    for (const contestant of [floor, ours]) {
        measurements.push(...(await measureLife(contestant, { customers }, ["up"])));
    }
    return measurements;
}

/** Creates customers by the example's own command, in a copy of its folder. */
async function measureStacks(customers: number, stackSize: number): Promise<Measurement> {
    const bench = await Bench.open(ours, { customers });
    mkdirSync(join(repository, ".bench"), { recursive: true });
    // Below the repository, so that it finds this package and its tools.
    const folder = mkdtempSync(join(repository, ".bench/fleet-"));
    try {
        cpSync(join(repository, "examples/fleet"), folder, {
            recursive: true,
            filter: (path) => !/\/(package\.json|node_modules|\.fleet)$/.test(path),
        });
        const shards = Math.ceil(customers / stackSize);
        const args = [
            "--import",
            "tsx",
            "fleet.ts",
            "up",
            bench.customers,
            "--shards",
            String(shards),
        ];
        const measurement = {
            contestant: "fleet",
            customers,
            latencyMs: 0,
            operation: "up" as const,
            ...(await run(args, folder, bench.deployment.stack.env)),
            stateBytes: await stateBytes(bench.deployment.stack),
            requests: countByKind(await bench.service.takeRequests()),
        };
        tell(measurement);
        return measurement;
    } finally {
        rmSync(folder, { recursive: true });
        await bench.close();
    }
}

async function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
    const endWatch = watchProcessTree(Number(child.pid));
    child.stdout.resume();
    const [code] = await once(child, "exit");
    if (code !== 0) {
        throw new Error(`The fleet ended with exit code ${code}.`);
    }
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    return { seconds, ...endWatch() };
}

/** The states of all stacks together. */
async function stateBytes(stack: Stack): Promise<number> {
    const files = [...(await stack.rawStateFiles())];
    const states = files.filter(([path]) =>
        /\/\.pulumi\/stacks\/customer-fleet\/[^/]+\.json$/.test(path),
    );
    return states.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
}
