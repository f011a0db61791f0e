import type { ProcessOptions } from "../engine/providerProcess";
import { concerns, faults } from "./faults";
import { operations } from "./operations";
import { type FaultPoint, type PointResult, runPoint, titleOf } from "./runPoint";
import { uncertainFaults } from "./uncertainty";

/** Every fault on every request of every operation that it can happen to. */
export const faultPoints: readonly FaultPoint[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) =>
        [...faults, ...uncertainFaults]
            .filter((fault) => concerns(fault, request, operation))
            .map((fault) => ({ operation, request, fault })),
    ),
);

/** Runs all points, several at a time because most of their time is waiting. */
export async function runTable(
    points: readonly FaultPoint[] = faultPoints,
    atATime = 6,
    broken: Partial<ProcessOptions> = {},
): Promise<PointResult[]> {
    const results: PointResult[] = [];
    let next = 0;
    const worker = async () => {
        while (next < points.length) {
            const index = next++;
            const point = points[index];
            if (point !== undefined) results[index] = await runPoint(point, broken);
        }
    };
    await Promise.all(Array.from({ length: atATime }, worker));
    return results;
}

/** The points where something was not as it has to be, in words. */
export function violationsOf(results: readonly PointResult[]): string[] {
    return results.flatMap((result) => {
        const problems = [
            result.violation,
            result.tenantsMade === 1 ? undefined : `${result.tenantsMade} tenants were made`,
            result.passwordsLost === 0 ? undefined : "the password was lost",
            result.manualSteps.length === 0 || mayNeedPerson(result)
                ? undefined
                : `a person had to do ${result.manualSteps.join(", ")}`,
        ].filter((problem) => problem !== undefined);
        return problems.length === 0 ? [] : [`${titleOf(result)}: ${problems.join("; ")}`];
    });
}

/** A service that keeps no password and recognises no request leaves a person something to do. */
function mayNeedPerson({ fault }: PointResult): boolean {
    const { repeatedRequestId } = fault.simulator?.uncertain ?? {};
    return repeatedRequestId === "ignore" || repeatedRequestId === "replayWithoutPassword";
}
