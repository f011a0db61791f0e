import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Uncertain } from "../../../simulator/uncertain";
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
import { type DeviceOperation, type DeviceRequest, operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: readonly [Partial<Uncertain>, RegExp][] = [
    [{ idempotentOperations: "everyWrite" }, /make|change|register/],
    [{ policyNameTaken: "409-3000" }, /make/],
    [{ deviceBatchAgain: "accepted", deviceUploadedAgain: "accepted" }, /register/],
    [{ unknownDeviceBatch: "emptyList", deviceBatchAgain: "409-3000" }, /register/],
    [{ deviceJobAddress: "body", failedDeviceJob: "finished_with_errors" }, /register|change a b/],
    [{ uploadedPolicies: "ignored", listedDevicePolicy: "name" }, /batch/],
    [{ emptyDeviceBatch: "gone", devicePaging: "link" }, /batch/],
    [{ codeType: "string", errorShape: "newer" }, /./],
];

type DevicePoint = Point<DeviceOperation, DeviceRequest>;

const points: readonly DevicePoint[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) => [
        ...commonFaults
            // Of a deletion, that nothing is found is what it wanted.
            .filter(({ name }) => !/^404|20002/.test(name) || !request.startsWith("delete"))
            .map((fault) => ({ operation, request, fault, uncertain: {} })),
        ...choices
            .filter(([, touched]) => touched.test(operation.name) && !/^(list|read)/.test(request))
            .flatMap(([uncertain]) =>
                lostAnswers.map((fault) => ({ operation, request, fault, uncertain })),
            ),
    ]),
);

test("whatever goes wrong, no policy and no device is there twice, and the state is the service's", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 200, `${points.length} points of failure`);
    console.log(`${points.length} points of failure`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint({ operation, request, fault, uncertain }: DevicePoint): Promise<void> {
    const options = { uncertain, deviceJobMs: 2_000 };
    await inCustomerWorld(operation.kind, options, async (world) => {
        await operation.prepare(world);
        world.simulator.forgetRequests();
        const how = arm(fault, requests[request], world.simulator);
        const { killed, ok, messages } = await operation.run(world, how);
        const isWronged = world.simulator.requests.some(({ misbehaviour }) => misbehaviour);
        assert.ok(killed || isWronged, "the fault did not come about");
        // Where it is not known whether a policy was made, the next run looks for it.
        const isRiddenOut = fault.isRiddenOut && request !== "make policy";
        assert.ok(ok || !isRiddenOut, `not ridden out: ${messages.join("\n")}`);
        if (operation.removes) {
            await expectRemoval(world);
        } else {
            await bringToTheEnd(world);
            await expectAgreement(world);
        }
    });
}

async function expectRemoval({ simulator, stack, kind }: CustomerWorld): Promise<void> {
    simulator.forgetMisbehaviours();
    const { ok, messages } = await stack.destroy();
    assert.ok(ok, messages.join("\n"));
    const [customer] = simulator.customers;
    assert.deepEqual(customer?.devices, []);
    const left = kind === "CustomerDeviceBatch" ? 1 : 0;
    assert.equal(customer?.configurationPolicies.length, left);
}

async function expectAgreement(world: CustomerWorld): Promise<void> {
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
    assert.equal(await stack.changes(programOf(world)), false, "a preview shows no change");
    const state = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.ok(isDeepStrictEqual([...stack.resources], state), "a refresh changes nothing");
}
