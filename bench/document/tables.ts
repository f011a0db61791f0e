import { median } from "../measuring/statistics";
import type { Measurement, Results } from "../results";
import { shown, table } from "./markdown";
import { medianOf, ratio, requestsOf, select, valuesOf } from "./select";

const contestants = ["ours", "oursBesideSdk", "floor", "typical"];
const columns = ["ours", "ours beside the SDK", "floor", "typical"];
const operations = ["preview", "up", "up again", "refresh", "destroy"];

/** Seconds of every operation, and how they compare. */
export function timeTable({ scale }: Results): string {
    const measurements = scale?.measurements ?? [];
    return table(
        ["operation", "customers", ...columns, "ours / floor", "beside / floor", "ours / typical"],
        operations.flatMap((operation) =>
            valuesOf(measurements, "customers").map((customers) => {
                const [ours, beside, floor, typical] = contestants.map((contestant) =>
                    medianOf(measurements, { contestant, operation, customers }),
                );
                const ratios = [ratio(ours, floor), ratio(beside, floor), ratio(ours, typical)];
                return [
                    `\`${operation}\``,
                    String(customers),
                    ...[ours, beside, floor, typical, ...ratios].map((value) => shown(value)),
                ];
            }),
        ),
    );
}

/** What else an update takes. */
export function costTable({ scale }: Results): string {
    const updates = select(scale?.measurements, { operation: "up" });
    const figures: [string, (measurement: Measurement) => number, number][] = [
        ["processor time, s", ({ cpuSeconds }) => cpuSeconds, 1],
        ["memory of all processes at their peak, MB", (one) => one.peakMemoryBytes / 1e6, 0],
        ["state, kB for each customer", (one) => one.stateBytes / one.customers / 1000, 1],
        ["requests", requestsOf, 0],
    ];
    return table(
        ["`up`", "customers", ...columns],
        figures.flatMap(([name, figure, digits]) =>
            valuesOf(updates, "customers")
                .filter((customers) => customers >= 100)
                .map((customers) => [
                    name,
                    String(customers),
                    ...contestants.map((contestant) =>
                        shown(medianOf(updates, { contestant, customers }, figure), digits),
                    ),
                ]),
        ),
    );
}

/** How often which request was sent, for a hundred customers. */
export function requestTable({ scale }: Results): string {
    const rows = operations.flatMap((operation) =>
        ["ours", "typical"].flatMap((contestant) => {
            const [one] = select(scale?.measurements, { operation, contestant, customers: 100 });
            const counts = Object.entries(one?.requests ?? {});
            return one === undefined
                ? []
                : [[`\`${operation}\``, contestant, counts.map(kindWords).join(", ") || "none"]];
        }),
    );
    return table(["100 customers", "", "requests"], rows);
}

function kindWords([kind, count]: [string, number]): string {
    const metadata = kind.includes("openid-configuration");
    return `${count} × ${metadata ? "sign-in metadata" : kind === "token" ? kind : `\`${kind}\``}`;
}

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
        ["", "seconds", "customers made", "calls", "refused with 429", "share of the limit"],
        (limit?.measurements ?? []).map((one) => [
            one.contestant,
            shown(one.seconds, 0),
            `${one.made} of ${one.customers}`,
            shown(requestsOf(one), 0),
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

/** How `up` grows with its customers, in one stack and in a fleet's. */
export function stackCurves({ scale, fleet }: Results) {
    const all = [...(scale?.measurements ?? []), ...(fleet?.measurements ?? [])];
    const updates = select(all, { operation: "up" });
    const titles = {
        typical: "one stack, hand-written",
        floor: "one stack, floor",
        ours: "one stack, ours",
        fleet: "fleet of stacks of 100, ours",
    };
    return Object.entries(titles).map(([contestant, title]) => {
        const own = select(updates, { contestant });
        const points = valuesOf(own, "customers")
            .sort((one, other) => one - other)
            .map((customers): [number, number] => [
                customers,
                median(select(own, { customers }).map(({ seconds }) => seconds)),
            ]);
        return { contestant, title, points };
    });
}

export function loadingTable({ loading }: Results): string {
    const measurements = loading?.measurements ?? [];
    const names = [...new Set(measurements.map(({ script }) => script))];
    return table(
        ["a process that loads", "ms until it is done", "rounds"],
        names.map((name) => {
            const times = measurements
                .filter(({ script }) => script === name)
                .map(({ milliseconds }) => milliseconds);
            return [name, shown(median(times), 0), String(times.length)];
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
