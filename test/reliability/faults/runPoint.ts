import assert from "node:assert/strict";
import type { ProcessOptions } from "../engine/providerProcess";
import { expectAgreement, isPasswordLost, passwordIn } from "../invariants";
import { expectNothingToDo } from "../resources/agreement";
import { bringToTheEnd, inWorld, programOf, type World } from "../world";
import { arm, type Fault } from "./faults";
import { type RequestName, requests, subject, type TableOperation } from "./operations";

/** One fault on one request of one operation. */
export interface FaultPoint {
    operation: TableOperation;
    request: RequestName;
    fault: Fault;
}

/** What came of it. */
export interface PointResult extends FaultPoint {
    /** How often the fault came about. */
    injected: number;
    /** Customers that were ever made: one is right. */
    tenantsMade: number;
    passwordsLost: number;
    manualSteps: readonly string[];
    /** What was not as it has to be; the invariant in words. */
    violation?: string;
}

export function titleOf({ operation, request, fault }: FaultPoint): string {
    return `${operation.name}: ${fault.name}, on ${request}`;
}

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
export async function runPoint(
    point: FaultPoint,
    broken: Partial<ProcessOptions> = {},
): Promise<PointResult> {
    const { operation, fault } = point;
    const options = {
        as: operation.as,
        simulator: fault.simulator ?? {},
        settings: { requestTimeoutSeconds: "60" },
        ...broken,
    };
    return await inWorld(options, async (world) => {
        await operation.prepare(world);
        world.simulator.forgetRequests();
        let injected = 0;
        let violation: string | undefined;
        try {
            injected = await runWithFault(point, world);
            await finish(operation, world);
        } catch (error) {
            violation = String((error as Error).message ?? error);
        }
        return {
            ...point,
            injected,
            tenantsMade: world.simulator.customers.length,
            passwordsLost: isPasswordLost(world, subject) ? 1 : 0,
            manualSteps: world.manualSteps,
            ...(violation && { violation }),
        };
    });
}

async function runWithFault({ operation, request, fault }: FaultPoint, world: World) {
    const { simulator } = world;
    const how = arm(fault, requests[request], simulator);
    let others = 0;
    const beforeRequest: ProcessOptions["beforeRequest"] = (sent) => {
        const before = JSON.stringify(simulator.customers);
        how.beforeRequest?.(sent);
        if (JSON.stringify(simulator.customers) !== before) others += 1;
    };
    const outcome = await operation.run(world, { ...how, beforeRequest });
    const hidden = countHidden(world);
    const injected =
        simulator.requests.filter(({ misbehaviour }) => misbehaviour !== undefined).length +
        (outcome.killed ? 1 : 0) +
        others +
        hidden;
    assert.ok(injected > 0, "the fault did not come about");
    if (fault.isRiddenOut) {
        assert.ok(outcome.ok, `it should have been ridden out: ${outcome.messages.join("\n")}`);
    }
    expectKept({ operation, request, fault }, outcome.killed, world);
    return injected;
}

/** Whether a customer who is there was kept from a look at it. */
function countHidden({ simulator }: World): number {
    const { reads, milliseconds } = simulator.invisibleAfterCreate;
    const isSet = reads !== undefined || milliseconds !== undefined;
    const isMet = simulator.requests.some(
        ({ method, status }) => method === "GET" && status === 404,
    );
    return isSet && isMet ? 1 : 0;
}

/** A creation whose answer has come is never forgotten again, whatever fails after it. */
function expectKept({ operation, request }: FaultPoint, killed: boolean, world: World): void {
    if (!operation.name.startsWith("create") || request !== "read" || killed) return;
    const [held] = world.simulator.customers;
    const resource = world.stack.resources.get(subject);
    assert.ok(held !== undefined && resource?.id === held.id, "the id is kept at once");
    assert.equal(passwordIn(resource.outputs), held.password, "the password is kept at once");
    assert.equal(typeof resource.outputs.__provider, "string", "a later run can load the provider");
}

async function finish(operation: TableOperation, world: World): Promise<void> {
    if (operation.removes === undefined) {
        await bringToTheEnd(world);
        await expectAgreement(world);
        await expectNothingToDo(world.stack, programOf(world));
        return;
    }
    world.simulator.forgetMisbehaviours();
    const { ok, messages } = await world.stack.destroy();
    assert.ok(ok, `the removal is completed: ${messages.join("\n")}`);
    assert.equal(world.stack.resources.size, 0, "nothing is left in the state");
    const [held] = world.simulator.customers;
    const isEnded =
        operation.removes === "customer" ? held?.deleted : held?.relationshipToPartner === "none";
    assert.ok(isEnded, "the customer was removed");
}
