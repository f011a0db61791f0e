import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingToDo } from "../resources/agreement";
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
import { operations, requests, type Told } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: Choices = [
    [{ confirmedAgain: "409-600061" }, /confirm/],
    [{ confirmedAgain: "accepted", idempotentOperations: "everyWrite" }, /confirm/],
    [{ confirmationStatus: 200, agreementDate: "day" }, /agreement/],
    [{ qualifiedAgain: "409-800002" }, /ask/],
    [{ qualifiedAgain: "unchanged", qualificationStatus: 200 }, /ask/],
    [{ qualifications: "object", vettingDateName: "vettingCreateDate" }, /qualification/],
    [{ idempotentOperations: "everyWrite" }, /./],
    [{ codeType: "string", errorShape: "newer" }, /./],
];

const points = pointsOf(operations, choices);

test("whatever goes wrong, nothing is confirmed or asked for twice, and the state is the service's", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 200, `${points.length} points of failure`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint(point: Point<keyof typeof requests, Told>): Promise<void> {
    const { operation, fault, uncertain } = point;
    await inCustomerWorld(operation.kind, { uncertain }, async (world) => {
        expectRiddenOut(await meet(world, point, requests), fault);
        await bringToTheEnd(world);
        await expectAgreement(world, operation);
    });
}

async function expectAgreement(world: CustomerWorld, { told }: Told): Promise<void> {
    const { simulator, stack } = world;
    const [customer] = simulator.customers;
    const { agreements = [], qualifications = [] } = customer ?? {};
    assert.equal(agreements.length + qualifications.length, told, "what the service was told");
    const { outputs = {}, initErrors = [] } = stack.resources.get(subject) ?? {};
    assert.deepEqual(initErrors, []);
    assert.equal(outputs.customerId, world.customerId);
    if (world.kind === "CustomerAgreement") {
        const held = agreements.at(-1);
        assert.deepEqual(outputs.primaryContact, held?.primaryContact);
        assert.equal(outputs.dateAgreed, held?.dateAgreed.slice(0, 10));
        assert.equal(outputs.templateId, held?.templateId);
    } else {
        assert.equal(outputs.vettingStatus, "InReview");
        assert.equal(outputs.vettingCreatedDate, qualifications[0]?.vettingCreatedAt);
    }
    await expectNothingToDo(stack, programOf(world));
}
