import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator } from "../../../simulator";
import { expectNothingToDo, expectRemoval } from "../resources/agreement";
import type { Operation } from "../resources/operation";
import {
    type Choices,
    expectRiddenOut,
    meet,
    type Point,
    pointsOf,
    violationsAt,
} from "../resources/points";
import {
    bringToTheEnd,
    type CustomerWorld,
    inCustomerWorld,
    programOf,
    subject,
} from "../resources/world";
import { operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: Choices = [
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

const points = pointsOf(operations, choices, {
    isFault: ({ name }, _, operation) => !isWhatRemovalWants(name, operation),
});

/** Of a removal: that nothing is found, or that a budget cannot be cleared, which is told. */
function isWhatRemovalWants(fault: string, { removes, kind }: Operation<string>): boolean {
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
async function runPoint(point: Point<keyof typeof requests>): Promise<void> {
    const { operation, fault, uncertain } = point;
    const options = { uncertain, pendingRegistrationReads: 1 };
    await inCustomerWorld(operation.kind, options, async (world) => {
        expectRiddenOut(await meet(world, point, requests), fault);
        await (operation.removes ? expectGone(world) : expectAgreement(world));
    });
}

async function expectGone(world: CustomerWorld): Promise<void> {
    await expectRemoval(world);
    const held = heldOf(world.kind, world.simulator);
    assert.equal(held, undefined, "nothing is left in Partner Center");
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
    await expectNothingToDo(stack, programOf(world));
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
