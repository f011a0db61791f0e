import { median } from "../measuring/statistics";
import { type LoadingMeasurement, operations, type Results } from "../results";
import { shown, table } from "./markdown";
import { limitedCalls, loadingTimesOf, medianOf, select, valuesOf } from "./select";

/** All operations against a service that takes its time. */
export function latencyTable({ latency }: Results): string {
    const measurements = latency?.measurements ?? [];
    const latencies = valuesOf(measurements, "latencyMs");
    const rows = valuesOf(measurements, "contestant").flatMap((contestant) =>
        operations.map((operation) => [
            `\`${operation}\`, ${contestant}`,
            ...latencies.map((latencyMs) =>
                shown(medianOf(measurements, { contestant, operation, latencyMs }), 1),
            ),
        ]),
    );
    return table(
        ["seconds", ...latencies.map((latencyMs) => `${latencyMs} ms`)],
        rows.filter((cells) => cells.some((cell) => /^\d/.test(cell))),
    );
}

/** An update that needs more calls than the service takes. */
export function limitTable({ limit }: Results): string {
    return table(
        [
            "",
            "the update",
            "seconds",
            "customers made",
            "calls",
            "refused with 429",
            "share of the limit",
        ],
        (limit?.measurements ?? []).map((one) => [
            one.contestant,
            one.exitCode === 0 ? "succeeds" : "fails",
            shown(one.seconds, 0),
            `${one.made} of ${one.customers}`,
            shown(limitedCalls(one), 0),
            String(one.refused),
            one.shareOfLimit === 0 ? "–" : `${shown(100 * one.shareOfLimit, 1)} %`,
        ]),
    );
}

/** One stack, and many. */
export function fleetTable(results: Results): string {
    const rows = stackCurves(results).map(({ title, points }) => [
        title,
        ...[100, 500, 1000].map((customers) =>
            shown(points.find(([count]) => count === customers)?.[1], 1),
        ),
    ]);
    return table(["seconds of `up`", "100 customers", "500", "1,000"], rows);
}

/** How `up` grows with its customers, in one stack and in a fleet's; of those that were measured. */
export function stackCurves({ scale, fleet }: Results) {
    const all = [...(scale?.measurements ?? []), ...(fleet?.measurements ?? [])];
    const updates = select(all, { operation: "up" });
    const titles = {
        terraform: "one state, Terraform",
        typical: "one stack, hand-written",
        floor: "one stack, floor",
        ours: "one stack, ours",
        fleet: "fleet of stacks of 100, ours",
    };
    return Object.entries(titles).flatMap(([contestant, title]) => {
        const own = select(updates, { contestant });
        const points = valuesOf(own, "customers")
            .sort((one, other) => one - other)
            .map((customers): [number, number] => [
                customers,
                median(select(own, { customers }).map(({ seconds }) => seconds)),
            ]);
        return points.length === 0 ? [] : [{ contestant, title, points }];
    });
}

/** What loading takes in one kind of process, of each script. */
export function loadingTable(
    results: Results,
    process: LoadingMeasurement["process"],
    subject: string,
): string {
    const measurements = results.loading?.measurements ?? [];
    const own = measurements.filter((measurement) => measurement.process === process);
    const scripts = [...new Set(own.map(({ script }) => script))];
    return table(
        [subject, "ms until it is done", "rounds"],
        scripts.map((script) => {
            const times = loadingTimesOf(results, script);
            return [script, shown(median(times), 0), String(times.length)];
        }),
    );
}

/** What the provider's process holds. */
export function memoryTable({ memory }: Results): string {
    const measurements = memory?.measurements ?? [];
    const counts = [...new Set(measurements.map(({ customers }) => customers))];
    const validations = [...new Set(measurements.map((one) => one.onlineValidation))];
    const megabytes = (validation: string, count: number) =>
        measurements
            .filter((one) => one.onlineValidation === validation && one.customers === count)
            .map(({ heapBytes }) => heapBytes / 1e6)[0];
    return table(
        ["customers", ...validations.map((name) => `MB with \`onlineValidation\` \`${name}\``)],
        counts.map((count) => [
            String(count),
            ...validations.map((name) => shown(megabytes(name, count))),
        ]),
    );
}

/** An update with and without them. */
export function checkpointsTable({ checkpoints }: Results): string {
    const measurements = checkpoints?.measurements ?? [];
    return table(
        ["`up`", "customers", "seconds", "processor time, s"],
        valuesOf(measurements, "contestant").flatMap((contestant) =>
            valuesOf(measurements, "customers").map((customers) => [
                contestant,
                String(customers),
                shown(medianOf(measurements, { contestant, customers }), 1),
                shown(
                    medianOf(measurements, { contestant, customers }, (one) => one.cpuSeconds),
                    1,
                ),
            ]),
        ),
    );
}
