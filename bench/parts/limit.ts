import { type Contestant, ours, typical } from "../contestants/contestants";
import { Bench, type BenchOptions, type Run } from "../measuring/bench";
import { tell } from "../measuring/life";
import type { PulumiDeployment } from "../measuring/pulumi";
import { answeredBySecond, shareOfLimit } from "../measuring/requests";
import type { Plan } from "../plan";
import type { ThrottledMeasurement } from "../results";

/** An update that needs more calls than the service allows in a minute. */
export async function measureLimit({ limit }: Plan): Promise<ThrottledMeasurement[]> {
    const measurements: ThrottledMeasurement[] = [];
    for (const contestant of [ours, typical]) {
        measurements.push(await measureThrottled(contestant, limit));
    }
    return measurements;
}

async function measureThrottled(
    contestant: Contestant<PulumiDeployment>,
    options: BenchOptions & { requestsPerMinute: number },
): Promise<ThrottledMeasurement> {
    const bench = await Bench.open(contestant, options);
    try {
        const run = await bench.run("up");
        tell(run.measurement);
        const { resources = [] } = await bench.deployment.stack.state();
        const made = resources.filter(({ type }) => type.endsWith(":Customer")).length;
        return { ...run.measurement, ...throttlingOf(run, options.requestsPerMinute), made };
    } finally {
        await bench.close();
    }
}

function throttlingOf({ requests, result }: Run, requestsPerMinute: number) {
    const calls = requests.filter(({ path }) => path.startsWith("/v1/customers"));
    const bySecond = answeredBySecond(calls);
    return {
        requestsPerMinute,
        exitCode: result.code,
        refused: calls.filter(({ status }) => status === 429).length,
        shareOfLimit: shareOfLimit(bySecond, requestsPerMinute),
        answeredBySecond: bySecond,
    };
}
