import assert from "node:assert/strict";
import type { Uncertain } from "../../../simulator/uncertain";
import { arm, type Fault } from "../faults/faults";
import { commonFaults, lostAnswers } from "./commonFaults";
import type { Operation, Requests } from "./operation";
import type { CustomerWorld } from "./world";

/** A fault on a request of an operation, with a service that behaves in some way. */
export interface Point<Name extends string, Extra = unknown> {
    operation: Operation<Name> & Extra;
    request: Name;
    fault: Fault;
    uncertain: Partial<Uncertain>;
}

/** What no source settles about the service, and which operations it touches, by their names. */
export type Choices = readonly (readonly [Partial<Uncertain>, RegExp])[];

/** What is met besides, and what is not. */
interface Selection<Name extends string> {
    /** Faults besides the common ones. */
    moreFaults?: readonly Fault[];
    /** Whether a fault is one for this request, and not what the operation wants. @defaultValue always */
    isFault?(fault: Fault, request: Name, operation: Operation<Name>): boolean;
    /** Whether a choice touches this request. @defaultValue always */
    isTouched?(request: Name): boolean;
}

/**
 * Every common fault on every request, and every choice met while an answer is lost and while a
 * process is killed: then it matters most.
 */
export function pointsOf<Name extends string, Extra>(
    operations: readonly (Operation<Name> & Extra)[],
    choices: Choices,
    { moreFaults = [], isFault, isTouched }: Selection<Name> = {},
): Point<Name, Extra>[] {
    return operations.flatMap((operation) =>
        operation.requests.flatMap((request) => [
            ...[...commonFaults, ...moreFaults]
                .filter((fault) => isFault?.(fault, request, operation) ?? true)
                .map((fault) => ({ operation, request, fault, uncertain: {} })),
            ...choices
                .filter(([, touched]) => touched.test(operation.name))
                .filter(() => isTouched?.(request) ?? true)
                .flatMap(([uncertain]) =>
                    lostAnswers.map((fault) => ({ operation, request, fault, uncertain })),
                ),
        ]),
    );
}

/** How an operation went on which a fault was let loose. */
export interface Met {
    /** Whether the fault came about: the request was answered wrongly, or the process was killed. */
    cameAbout: boolean;
    ok: boolean;
    messages: readonly string[];
}

/** Lets the fault of a point happen in a world. */
export async function meet<Name extends string>(
    world: CustomerWorld,
    { operation, request, fault }: Point<Name>,
    requests: Requests<Name>,
): Promise<Met> {
    const { simulator } = world;
    await operation.prepare(world);
    simulator.forgetRequests();
    const how = arm(fault, requests[request], simulator);
    const { killed, ok, messages } = await operation.run(world, how);
    const isWronged = simulator.requests.some(({ misbehaviour }) => misbehaviour);
    return { cameAbout: killed || isWronged, ok, messages };
}

/** Fails unless a fault came about, and was ridden out if it can be. */
export function expectRiddenOut(
    { cameAbout, ok, messages }: Met,
    { isRiddenOut = false }: Pick<Fault, "isRiddenOut">,
): void {
    assert.ok(cameAbout, "the fault did not come about");
    assert.ok(ok || !isRiddenOut, `not ridden out: ${messages.join("\n")}`);
}

/** What was violated at each of some points, eight of them at once. */
export async function violationsAt<P extends Point<string>>(
    points: readonly P[],
    run: (point: P) => Promise<void>,
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
