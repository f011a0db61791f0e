import { median } from "../measuring/statistics";
import type { Measurement, Results, ThrottledMeasurement } from "../results";

export type Wanted = Partial<
    Pick<Measurement, "contestant" | "customers" | "operation" | "latencyMs">
>;

/** The measurements that are like this. */
export function select<Kind extends Measurement>(
    measurements: readonly Kind[] | undefined,
    wanted: Wanted,
): Kind[] {
    return (measurements ?? []).filter((measurement) =>
        Object.entries(wanted).every(
            ([name, value]) => measurement[name as keyof Measurement] === value,
        ),
    );
}

/** The middle of what was measured; `undefined` where nothing was. */
export function medianOf(
    measurements: readonly Measurement[] | undefined,
    wanted: Wanted,
    figure: (measurement: Measurement) => number = ({ seconds }) => seconds,
): number | undefined {
    const values = select(measurements, wanted).map(figure);
    return values.length === 0 ? undefined : median(values);
}

/** The milliseconds that loading took, round by round. */
export function loadingTimesOf({ loading }: Results, script: string): number[] {
    return (loading?.measurements ?? [])
        .filter((measurement) => measurement.script === script)
        .map(({ milliseconds }) => milliseconds);
}

/** How many times as much `one` is as `other`; `undefined` where one of them was not measured. */
export function ratio(one: number | undefined, other: number | undefined): number | undefined {
    return one === undefined || other === undefined ? undefined : one / other;
}

/** All requests of an operation. */
export function requestsOf({ requests }: Measurement): number {
    return Object.values(requests).reduce((sum, count) => sum + count, 0);
}

/** The calls that count for the service's limit: those about customers, without those to sign in. */
export function limitedCalls({ answeredBySecond, refused }: ThrottledMeasurement): number {
    return answeredBySecond.reduce((sum, count) => sum + count, refused);
}

/** The different values of a member, in the order in which they first come. */
export function valuesOf<Name extends keyof Measurement>(
    measurements: readonly Measurement[],
    name: Name,
): Measurement[Name][] {
    return [...new Set(measurements.map((measurement) => measurement[name]))];
}
