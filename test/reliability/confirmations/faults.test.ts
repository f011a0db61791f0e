import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Uncertain } from "../../../simulator/uncertain";
import { commonFaults, lostAnswers } from "../faults/common";
import { arm } from "../faults/faults";
import { type Point, violationsAt } from "../faults/points";
import { type ConfirmingOperation, operations, requests } from "./operations";
import { bringToTheEnd, type CustomerWorld, inCustomerWorld, programOf, subject } from "./world";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: readonly [Partial<Uncertain>, RegExp][] = [
    [{ confirmedAgain: "409-600061" }, /confirm/],
    [{ confirmedAgain: "accepted", idempotentOperations: "everyWrite" }, /confirm/],
    [{ confirmationStatus: 200, agreementDate: "day" }, /agreement/],
    [{ qualifiedAgain: "409-800002" }, /ask/],
    [{ qualifiedAgain: "unchanged", qualificationStatus: 200 }, /ask/],
    [{ qualifications: "object", vettingDateName: "vettingCreateDate" }, /qualification/],
    [{ idempotentOperations: "everyWrite" }, /./],
    [{ codeType: "string", errorShape: "newer" }, /./],
];

type ConfirmationPoint = Point<ConfirmingOperation, keyof typeof requests>;

const points: readonly ConfirmationPoint[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) => [
        ...commonFaults.map((fault) => ({ operation, request, fault, uncertain: {} })),
        ...choices
            .filter(([, touched]) => touched.test(operation.name))
            .flatMap(([uncertain]) =>
                lostAnswers.map((fault) => ({ operation, request, fault, uncertain })),
            ),
    ]),
);

test("whatever goes wrong, nothing is confirmed or asked for twice, and the state is the service's", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 200, `${points.length} points of failure`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint({
    operation,
    request,
    fault,
    uncertain,
}: ConfirmationPoint): Promise<void> {
    await inCustomerWorld(operation.kind, { uncertain }, async (world) => {
        await operation.prepare(world);
        world.simulator.forgetRequests();
        const how = arm(fault, requests[request], world.simulator);
        const { killed, ok, messages } = await operation.run(world, how);
        const isWronged = world.simulator.requests.some(({ misbehaviour }) => misbehaviour);
        assert.ok(killed || isWronged, "the fault did not come about");
        assert.ok(ok || !fault.isRiddenOut, `not ridden out: ${messages.join("\n")}`);
        await bringToTheEnd(world);
        await expectAgreement(world, operation);
    });
}

async function expectAgreement(world: CustomerWorld, { told }: ConfirmingOperation): Promise<void> {
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
    assert.equal(await stack.changes(programOf(world)), false, "a preview shows no change");
    const state = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.deepEqual([...stack.resources], state, "a refresh changes nothing");
}
