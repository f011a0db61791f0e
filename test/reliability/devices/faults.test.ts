import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingToDo, expectRemoval } from "../resources/agreement";
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
import { type DeviceRequest, operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: Choices = [
    [{ idempotentOperations: "everyWrite" }, /make|change|register/],
    [{ policyNameTaken: "409-3000" }, /make/],
    [{ deviceBatchAgain: "accepted", deviceUploadedAgain: "accepted" }, /register/],
    [{ unknownDeviceBatch: "emptyList", deviceBatchAgain: "409-3000" }, /register/],
    [{ deviceJobAddress: "body", failedDeviceJob: "finished_with_errors" }, /register|change a b/],
    [{ uploadedPolicies: "ignored", listedDevicePolicy: "name" }, /batch/],
    [{ emptyDeviceBatch: "gone", devicePaging: "link" }, /batch/],
    [{ codeType: "string", errorShape: "newer" }, /./],
];

const points = pointsOf(operations, choices, {
    // Of a deletion, that nothing is found is what it wanted.
    isFault: ({ name }, request) => !/^404|20002/.test(name) || !request.startsWith("delete"),
    isTouched: (request) => !/^(list|read)/.test(request),
});

test("whatever goes wrong, no policy and no device is there twice, and the state is the service's", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 200, `${points.length} points of failure`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint(point: Point<DeviceRequest>): Promise<void> {
    const { operation, request, fault, uncertain } = point;
    await inCustomerWorld(operation.kind, { uncertain, deviceJobMs: 2_000 }, async (world) => {
        // Where it is not known whether a policy was made, the next run looks for it.
        const isRiddenOut = fault.isRiddenOut === true && request !== "make policy";
        expectRiddenOut(await meet(world, point, requests), { isRiddenOut });
        await (operation.removes ? expectGone(world) : expectAgreement(world));
    });
}

async function expectGone(world: CustomerWorld): Promise<void> {
    await expectRemoval(world);
    const [customer] = world.simulator.customers;
    assert.deepEqual(customer?.devices, []);
    const left = world.kind === "CustomerDeviceBatch" ? 1 : 0;
    assert.equal(customer?.configurationPolicies.length, left);
}

async function expectAgreement(world: CustomerWorld): Promise<void> {
    await bringToTheEnd(world);
    const { simulator, stack, args, kind } = world;
    const { configurationPolicies = [], devices = [] } = simulator.customers[0] ?? {};
    const { outputs = {}, initErrors = [] } = stack.resources.get(subject) ?? {};
    assert.deepEqual(initErrors, []);
    assert.equal(configurationPolicies.length, 1, "one policy");
    if (kind === "CustomerConfigurationPolicy") {
        const [policy] = configurationPolicies;
        assert.equal(outputs.policyId, policy?.id);
        assert.equal(outputs.description, policy?.description);
        assert.deepEqual(outputs.policySettings, policy?.policySettings);
        assert.deepEqual(policy?.policySettings, args.policySettings);
    } else {
        const kept = outputs.devices as readonly Record<string, unknown>[];
        assert.equal("pendingWork" in outputs, false);
        assert.deepEqual(
            kept.map(({ deviceId, policyId }) => [deviceId, policyId]).sort(),
            devices.map(({ id, policyId }) => [id, policyId]).sort(),
        );
        assert.equal(devices.length, 2, "two devices");
        assert.ok(devices.every(({ policyId }) => policyId === args.policyId));
    }
    await expectNothingToDo(stack, programOf(world));
}
