import { type Measurement, operations, type Results } from "../results";
import { shown, table } from "./markdown";
import { medianOf, ratio, requestsOf, select, valuesOf } from "./select";

/** What the tables call a contestant, in the order of their columns. */
const titles: Readonly<Record<string, string>> = {
    ours: "ours",
    oursBesideSdk: "ours beside the SDK",
    floor: "floor",
    typical: "typical",
    terraform: "Terraform",
};

const comparisons = [
    { title: "ours / floor", one: "ours", other: "floor" },
    { title: "beside / floor", one: "oursBesideSdk", other: "floor" },
    { title: "ours / typical", one: "ours", other: "typical" },
    { title: "ours / Terraform", one: "ours", other: "terraform" },
] as const;

/** Seconds of every operation, and how they compare. */
export function timeTable({ scale }: Results): string {
    const measurements = scale?.measurements ?? [];
    const contestants = contestantsOf(measurements);
    const compared = comparisons.filter(({ one, other }) =>
        [one, other].every((name) => contestants.includes(name)),
    );
    const rows = operations.flatMap((operation) =>
        valuesOf(measurements, "customers").map((customers) => {
            const secondsOf = (contestant: string) =>
                medianOf(measurements, { contestant, operation, customers });
            const ratios = compared.map(({ one, other }) =>
                ratio(secondsOf(one), secondsOf(other)),
            );
            return [
                `\`${operation}\``,
                String(customers),
                ...[...contestants.map(secondsOf), ...ratios].map((value) => shown(value)),
            ];
        }),
    );
    const heads = [...contestants.map(titleOf), ...compared.map(({ title }) => title)];
    return table(["operation", "customers", ...heads], rows);
}

/** What else an update takes. */
export function costTable({ scale }: Results): string {
    const updates = select(scale?.measurements, { operation: "up" });
    const contestants = contestantsOf(updates);
    const figures: [string, (measurement: Measurement) => number, number][] = [
        ["processor time, s", ({ cpuSeconds }) => cpuSeconds, 1],
        ["memory of all processes at their peak, MB", (one) => one.peakMemoryBytes / 1e6, 0],
        ["state, kB for each customer", (one) => one.stateBytes / one.customers / 1000, 1],
        ["requests", requestsOf, 0],
    ];
    return table(
        ["`up`", "customers", ...contestants.map(titleOf)],
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
        ["ours", "typical", "terraform"].flatMap((contestant) => {
            const [one] = select(scale?.measurements, { operation, contestant, customers: 100 });
            const counts = Object.entries(one?.requests ?? {}).map(kindWords);
            return one === undefined
                ? []
                : [[`\`${operation}\``, titleOf(contestant), counts.join(", ") || "none"]];
        }),
    );
    return table(["100 customers", "", "requests"], rows);
}

function kindWords([kind, count]: [string, number]): string {
    const metadata = kind.includes("openid-configuration");
    return `${count} × ${metadata ? "sign-in metadata" : kind === "token" ? kind : `\`${kind}\``}`;
}

/** Those that were measured. */
function contestantsOf(measurements: readonly Measurement[]): string[] {
    const measured = valuesOf(measurements, "contestant");
    return Object.keys(titles).filter((contestant) => measured.includes(contestant));
}

function titleOf(contestant: string): string {
    return titles[contestant] ?? contestant;
}
