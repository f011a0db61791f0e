import { median, slope } from "../measuring/statistics";
import type { Measurement, OperationName, Results, ThrottledMeasurement } from "../results";
import { shown, table } from "./markdown";
import { limitedCalls, loadingTimesOf, medianOf, ratio, requestsOf, select } from "./select";

/** What we hold ourselves to. */
interface Target {
    what: string;
    atMost?: number;
    atLeast?: number;
    measured(results: Results): number | undefined;
    digits?: number;
}

const targets: readonly Target[] = [
    againstFloor("`up` of 100 customers, of the floor's time", "up", 100, 1.1),
    againstFloor("`up` of 500", "up", 500, 0.8),
    againstFloor("`preview` of 100", "preview", 100, 1),
    againstFloor("`preview` of 500", "preview", 500, 1),
    againstFloor("`up` without a change, of 100", "up again", 100, 1),
    againstFloor("`up` without a change, of 500", "up again", 500, 1),
    besideSdk("`up` of 100, beside the SDK", "up", 1.1),
    besideSdk("`preview` of 100, beside the SDK", "preview", 1),
    besideSdk("`up` without a change, of 100, beside the SDK", "up again", 1),
    {
        what: "`up` of 100, of the hand-written provider's time",
        atMost: 0.7,
        measured: (results) => ofContestants(results, "typical", "up", 100),
    },
    {
        what: "requests of that `up`, of the hand-written provider's",
        atMost: 1,
        measured: (results) => ofContestants(results, "typical", "up", 100, requestsOf),
    },
    {
        what: "a fleet of 1,000 customers in 10 stacks, of the floor's time for one stack",
        atMost: 1 / 3,
        measured: ({ fleet }) =>
            ratio(
                medianOf(fleet?.measurements, { contestant: "fleet", customers: 1000 }),
                medianOf(fleet?.measurements, { contestant: "floor", customers: 1000 }),
            ),
    },
    {
        what: "share of the service's limit that is used while it is in the way",
        atLeast: 0.95,
        measured: (results) => throttled(results)?.shareOfLimit,
        digits: 3,
    },
    {
        what: "customers that fail at the limit",
        atMost: 0,
        measured: (results) => {
            const run = throttled(results);
            return run && run.customers - run.made;
        },
        digits: 0,
    },
    {
        what: "share of calls that are refused at the limit",
        atMost: 0.01,
        measured: (results) => {
            const run = throttled(results);
            return run && run.refused / limitedCalls(run);
        },
        digits: 4,
    },
    {
        what: "loading `pulumi-partnercenter`, ms more than `@pulumi/pulumi` alone",
        atMost: 30,
        measured: (results) =>
            loadedIn(results, "`pulumi-partnercenter`, where `@pulumi/pulumi` is loaded"),
        digits: 0,
    },
    {
        what: "loading `./provider` and its first call, ms more than a provider that only loads `node-fetch`",
        atMost: 60,
        measured: (results) =>
            loadedLater(
                results,
                "that is `pulumi-partnercenter/provider`",
                "that only loads `node-fetch`",
            ),
        digits: 0,
    },
    {
        what: "memory of the provider process, kB for each customer",
        atMost: 10,
        measured: (results) => kilobytesPerCustomer(results, "off"),
        digits: 1,
    },
    {
        what: "the same with the checks that ask the service",
        atMost: 10,
        measured: (results) => kilobytesPerCustomer(results, "error"),
        digits: 1,
    },
];

/** Each target, what was measured, and whether that will do. */
export function targetTable(results: Results): string {
    return table(
        ["", "target", "measured", ""],
        targets.map((target) => {
            const { what, atMost, atLeast = 0, digits } = target;
            const measured = target.measured(results);
            const wanted = atMost === undefined ? `≥ ${atLeast}` : `≤ ${Number(atMost.toFixed(2))}`;
            return [what, wanted, shown(measured, digits), verdict(target, measured)];
        }),
    );
}

function verdict({ atMost, atLeast }: Target, measured: number | undefined): string {
    if (measured === undefined) {
        return "not measured";
    }
    const isMet = measured <= (atMost ?? measured) && measured >= (atLeast ?? measured);
    return isMet ? "met" : "**not met**";
}

function againstFloor(
    what: string,
    operation: OperationName,
    customers: number,
    atMost: number,
): Target {
    return {
        what,
        atMost,
        measured: (results) => ofContestants(results, "floor", operation, customers),
    };
}

/** The same of a program that imports Pulumi's SDK by itself, as the floor's must. */
function besideSdk(what: string, operation: OperationName, atMost: number): Target {
    return {
        what,
        atMost,
        measured: (results) =>
            ofContestants(results, "floor", operation, 100, undefined, "oursBesideSdk"),
    };
}

function ofContestants(
    { scale }: Results,
    other: string,
    operation: OperationName,
    customers: number,
    figure?: (measurement: Measurement) => number,
    one = "ours",
): number | undefined {
    const of = (contestant: string) =>
        medianOf(scale?.measurements, { contestant, operation, customers }, figure);
    return ratio(of(one), of(other));
}

function throttled({ limit }: Results): ThrottledMeasurement | undefined {
    return select(limit?.measurements, { contestant: "ours" })[0];
}

/** How many milliseconds more one script takes than another. */
function loadedLater(results: Results, one: string, other: string): number | undefined {
    const more = loadedIn(results, one);
    const less = loadedIn(results, other);
    return more === undefined || less === undefined ? undefined : more - less;
}

function loadedIn(results: Results, script: string): number | undefined {
    const times = loadingTimesOf(results, script);
    return times.length === 0 ? undefined : median(times);
}

/** What the heap grows by, once the first customers have loaded and compiled everything. */
function kilobytesPerCustomer({ memory }: Results, validation: string): number | undefined {
    const points = (memory?.measurements ?? []).filter(
        ({ onlineValidation, customers }) => onlineValidation === validation && customers > 0,
    );
    return points.length < 2
        ? undefined
        : slope(points.map(({ customers, heapBytes }) => [customers, heapBytes])) / 1000;
}
