import type { Uncertain } from "../../../simulator/uncertain";
import type { Fault } from "./faults";

/** A fault on a request of an operation, with a service that behaves in some way. */
export interface Point<Operation, Request> {
    operation: Operation;
    request: Request;
    fault: Fault;
    uncertain: Partial<Uncertain>;
}

/** What was violated at each of some points, eight of them at once. */
export async function violationsAt<Operation extends { name: string }, Request>(
    points: readonly Point<Operation, Request>[],
    run: (point: Point<Operation, Request>) => Promise<void>,
): Promise<string[]> {
    const violations: string[] = [];
    let next = 0;
    const worker = async () => {
        for (let point = points[next++]; point !== undefined; point = points[next++]) {
            const { operation, request, fault, uncertain } = point;
            const title = `${operation.name}: ${fault.name}, on ${request}, ${JSON.stringify(uncertain)}`;
            await run(point).catch((error: Error) => {
                violations.push(`${title}: ${error.message}`);
            });
        }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return violations;
}
