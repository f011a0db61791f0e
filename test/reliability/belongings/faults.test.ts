import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator } from "../../../simulator";
import type { Uncertain } from "../../../simulator/uncertain";
import { azurePlanOf } from "../../simulator/purchasing";
import {
    bringToTheEnd,
    type CustomerWorld,
    inCustomerWorld,
    programOf,
    subject,
} from "../confirmations/world";
import { commonFaults, lostAnswers } from "../faults/common";
import { arm } from "../faults/faults";
import { type Point, violationsAt } from "../faults/points";
import { type BelongingOperation, operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: readonly [Partial<Uncertain>, RegExp][] = [
    [{ licenseAssignedAgain: "409-3000" }, /create a CustomerUserL/],
    [{ licenseAssignedAgain: "400-3000", excludedPlan: "Disabled" }, /change a CustomerUserL/],
    [{ licenseTakenAgain: "400-800002" }, /remove a CustomerUserL/],
    [{ licenseTakenAgain: "accepted", licenseUpdateStatus: 200 }, /CustomerUserL/],
    [{ noUsageBudget: "404-1000" }, /remove a CustomerUsage/],
    [{ noUsageBudget: "absent" }, /remove a CustomerUsage/],
    [{ supportContactName: "resellers" }, /Contact/],
    [{ registeredAgain: "400-800002", registrationStatus: "notregistered" }, /Registration/],
    [{ registeredAgain: "409-800002" }, /create a SubscriptionR/],
    [{ disabledOverage: "absent" }, /remove a CustomerO/],
    [{ idempotentOperations: "everyWrite" }, /^(create|remove)/],
    [{ codeType: "string", errorShape: "newer" }, /remove a CustomerU/],
];

type BelongingPoint = Point<BelongingOperation, keyof typeof requests>;

const points: readonly BelongingPoint[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) => [
        ...commonFaults
            .filter(({ name }) => !isWhatRemovalWants(name, operation))
            .map((fault) => ({ operation, request, fault, uncertain: {} })),
        ...choices
            .filter(([, touched]) => touched.test(operation.name))
            .flatMap(([uncertain]) =>
                lostAnswers.map((fault) => ({ operation, request, fault, uncertain })),
            ),
    ]),
);

/** Of a removal: that nothing is found, or that a budget cannot be cleared, which is told. */
function isWhatRemovalWants(fault: string, { removes, kind }: BelongingOperation): boolean {
    return (
        removes === true &&
        (/^404|20002/.test(fault) || (kind === "CustomerUsageBudget" && /^400/.test(fault)))
    );
}

test("whatever goes wrong, the service holds in the end what the program says, and so does the state", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 250, `${points.length} points of failure`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint({ operation, request, fault, uncertain }: BelongingPoint): Promise<void> {
    const options = { uncertain, pendingRegistrationReads: 1 };
    await inCustomerWorld(operation.kind, options, async (world) => {
        const { simulator, customerId } = world;
        if (operation.kind === "CustomerOverage") await azurePlanOf(simulator, customerId);
        await operation.prepare(world);
        simulator.forgetRequests();
        const how = arm(fault, requests[request], simulator);
        const { killed, ok, messages } = await operation.run(world, how);
        const isWronged = simulator.requests.some(({ misbehaviour }) => misbehaviour);
        assert.ok(killed || isWronged, "the fault did not come about");
        assert.ok(ok || !fault.isRiddenOut, `not ridden out: ${messages.join("\n")}`);
        await (operation.removes ? expectRemoval(world) : expectAgreement(world));
    });
}

async function expectRemoval({ simulator, stack, kind }: CustomerWorld): Promise<void> {
    simulator.forgetMisbehaviours();
    const { ok, messages } = await stack.destroy();
    assert.ok(ok, `the removal is completed: ${messages.join("\n")}`);
    assert.equal(stack.resources.size, 0, "nothing is left in the state");
    assert.equal(heldOf(kind, simulator), undefined, "nothing is left in Partner Center");
}

async function expectAgreement(world: CustomerWorld): Promise<void> {
    await bringToTheEnd(world);
    const { simulator, stack, kind, args, customerId } = world;
    const { outputs = {}, initErrors = [] } = stack.resources.get(subject) ?? {};
    assert.deepEqual(initErrors, []);
    const { __provider: _, timeoutMinutes: __, ...state } = outputs;
    const held = heldOf(kind, simulator);
    assert.deepEqual({ ...state, ...held }, state, "the state is the service's");
    assert.ok(held, "it is in Partner Center");
    assert.deepEqual({ ...state, ...args, customerId }, state, "the state is the program's");
    assert.equal(await stack.changes(programOf(world)), false, "a preview shows no change");
    const before = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.deepEqual([...stack.resources], before, "a refresh changes nothing");
}

/** What Partner Center holds of a resource, by the names of its members. */
function heldOf(kind: CustomerWorld["kind"], { customers }: Simulator): object | undefined {
    const { users = [], usageBudget, overage, subscriptions = [] } = customers[0] ?? {};
    switch (kind) {
        case "CustomerUserLicense":
            return users.flatMap(({ licenses = [] }) => licenses)[0];
        case "CustomerUsageBudget":
            return usageBudget === undefined ? undefined : { amount: usageBudget };
        case "SubscriptionSupportContact":
            return subscriptions[0]?.supportContact;
        case "SubscriptionRegistration":
            return subscriptions[0]?.registration && {};
        default: {
            const { overageEnabled, ...target } = overage ?? {};
            return overageEnabled ? target : undefined;
        }
    }
}
