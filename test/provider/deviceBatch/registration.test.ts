import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { openPartnerCenter, type PartnerCenter } from "../../../provider";
import { deviceBatchLifecycle as lifecycle } from "../../../provider/deviceBatch/lifecycle";
import type { BatchState } from "../../../provider/deviceBatch/shapes";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { Uncertain } from "../../../simulator/uncertain";
import { call, createCustomer, customerBody } from "../../simulator/harness";
import { failureOf } from "../fixtures";
import type { SimulatedPartner } from "../simulatedPartner";
import { batchWorld, desktop, notebook, tablet } from "./world";

const devices = "customers/ID/deviceBatches/Delivery%2011/devices";
const isJob = /^GET customers\/ID\/batchJobStatus\//;

describe("registering a batch", () => {
    it("uploads its devices, waits, and keeps of the long hash a digest", async (t) => {
        const { partner, inputs, held, desk, lab } = await batchWorld(t, { deviceJobMs: 400 });
        const declared = {
            ...inputs,
            policyId: desk,
            devices: [notebook, { ...tablet, policyId: lab }, desktop],
        };
        const { id, state } = await lifecycle.create(declared, partner.client(), partner.tell);
        assert.equal(id, `${partner.customerId}/Delivery 11`);
        const digest = createHash("sha256").update(desktop.hardwareHash).digest("base64url");
        assert.deepEqual(state, {
            customerId: partner.customerId,
            batchId: "Delivery 11",
            devices: [
                { deviceId: held()[0]?.id, ...notebook, policyId: desk },
                { deviceId: held()[1]?.id, ...tablet, policyId: lab },
                {
                    deviceId: held()[2]?.id,
                    serialNumber: desktop.serialNumber,
                    policyId: desk,
                    hardwareHashDigest: digest,
                },
            ],
        });
        assert.deepEqual(
            held().map(({ policyId }) => policyId),
            [desk, lab, desk],
        );
        const calls = partner.takeCalls();
        assert.deepEqual(
            calls.filter((call) => !isJob.test(call)),
            [`GET ${devices}`, "POST customers/ID/deviceBatches", `GET ${devices}`],
        );
        assert.ok(calls.filter((call) => isJob.test(call)).length >= 2);
        assert.match(partner.takeTold().join(), /^Waiting until Partner Center is done with/);
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        assert.deepEqual(lifecycle.diff(id, state, declared), { changes: false, replaces: [] });
    });

    for (const uncertain of [
        { uploadedPolicies: "ignored", listedDevicePolicy: "name" },
        { uploadedPolicies: "ignored", failedDeviceJob: "finished_with_errors" },
        { unknownDeviceBatch: "emptyList", deviceJobAddress: "body" },
        { deviceBatchAgain: "accepted", deviceUploadedAgain: "accepted" },
        { deviceBatchAgain: "409-3000", idempotentOperations: "everyWrite" },
        { listedDevicePolicy: "name", devicePaging: "link", emptyDeviceBatch: "gone" },
    ] as const satisfies readonly Partial<Uncertain>[]) {
        const named = JSON.stringify(uncertain);
        it(`ends with every device and its policy, also twice and with lost answers: ${named}`, async (t) => {
            const { partner, inputs, held, desk } = await batchWorld(t, { uncertain });
            const declared = { ...inputs, policyId: desk };
            partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
            const first = await lifecycle.create(declared, partner.client(), partner.tell);
            assert.equal(held().length, 3);
            assert.ok(held().every(({ policyId }) => policyId === desk));
            const again = await lifecycle.create(declared, partner.client(), partner.tell);
            assert.deepEqual(again, first);
            assert.deepEqual(lifecycle.diff(first.id, first.state, declared).changes, false);
            assert.deepEqual(
                await lifecycle.read(first.id, first.state, partner.client()),
                first.state,
            );
            await lifecycle.delete(first.id, first.state, partner.client, partner.tell);
            assert.deepEqual(held(), []);
            await lifecycle.create(declared, partner.client(), partner.tell);
            assert.equal(held().length, 3);
        });
    }

    it("names the devices that failed and why, and keeps those that are registered", async (t) => {
        const { partner, inputs, held } = await batchWorld(t);
        const fabrikam = customerBody("fabrikam.onmicrosoft.com");
        const other = await createCustomer(partner.simulator, fabrikam);
        partner.simulator.portal.addDevice(other, "theirs", notebook);
        partner.simulator.portal.addDevice(partner.customerId, "earlier", tablet);
        const error = await failureOf(() =>
            lifecycle.create(inputs, partner.client(), partner.tell),
        );
        assert.ok(error instanceof IncompleteResource);
        const { id, state, message } = error as IncompleteResource<BatchState>;
        assert.equal(id, `${partner.customerId}/Delivery 11`);
        assert.equal(
            message,
            [
                `Not all devices of the batch "Delivery 11" of customer ${partner.customerId} are as declared; \`pulumi up\` tries again:`,
                "  - product key 00329-00000-0003-AA606: not registered: ZtdDeviceAssignedToOtherTenant (808): another organisation has registered it, and must delete it first.",
                "  - serial number R9-ZNP67: not registered: ZtdDeviceAlreadyAssigned (806): it is registered for this customer already: delete it there, or leave it out here.",
            ].join("\n"),
        );
        assert.deepEqual(
            state.devices.map(({ serialNumber }) => serialNumber),
            [desktop.serialNumber],
        );
        assert.equal(lifecycle.diff(id, state, inputs).changes, true);
        const fewer = { ...inputs, devices: [desktop] };
        const updated = await lifecycle.update(id, state, fewer, partner.client(), partner.tell);
        assert.equal(lifecycle.diff(id, updated, fewer).changes, false);
        assert.equal(held().length, 2);
    });

    for (const nothing of [null, ""]) {
        it(`knows a failed device also by one name, the other being ${JSON.stringify(nothing)}`, async (t) => {
            const { partner, inputs } = await batchWorld(t);
            const outcome = {
                serialNumber: nothing,
                productKey: notebook.productKey,
                status: "finished_with_errors",
                errorCode: "808",
                errorDescription: "ZtdDeviceAssignedToOtherTenant",
            };
            const body = { status: "finished", devicesStatus: [outcome] };
            partner.simulator.misbehave({ on: { path: "batchJobStatus" }, status: 200, body });
            const fabrikam = customerBody("fabrikam.onmicrosoft.com");
            const other = await createCustomer(partner.simulator, fabrikam);
            const device = { ...notebook, serialNumber: "one of theirs" };
            partner.simulator.portal.addDevice(other, "theirs", device);
            const declared = { ...inputs, devices: [device, tablet] };
            const error = await failureOf(() =>
                lifecycle.create(declared, partner.client(), partner.tell),
            );
            assert.match(error.message, /serial number one of theirs: not registered: .* \(808\)/);
            assert.equal("pendingWork" in (error as IncompleteResource<BatchState>).state, false);
        });
    }

    it("goes on waiting in the next run, without sending anything again", async (t) => {
        const { partner, inputs, held } = await batchWorld(t, { deviceJobMs: 1_500 });
        const error = await failureOf(async () =>
            lifecycle.create(inputs, await hurried(partner), partner.tell),
        );
        assert.ok(error instanceof IncompleteResource);
        const { id, state, message } = error as IncompleteResource<BatchState>;
        assert.match(message, /still at work on the devices of the batch "Delivery 11"/);
        assert.equal(state.pendingWork?.devices.length, 3);
        assert.equal("hardwareHash" in (state.pendingWork?.devices[2] ?? {}), false);
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        const { simulator } = partner;
        simulator.misbehave({ on: { path: "/devices$" }, status: 404 });
        const unshown = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(unshown, state, "a batch that is not shown yet is not gone");
        simulator.misbehave({ on: { path: "/devices$|/batchJobStatus/" }, status: 404, times: 2 });
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        assert.equal(lifecycle.diff(id, state, inputs).changes, true);
        partner.takeCalls();
        const updated = await lifecycle.update(id, state, inputs, partner.client(), partner.tell);
        assert.equal(updated.devices.length, 3);
        assert.equal("pendingWork" in updated, false);
        assert.deepEqual(
            partner.takeCalls().filter((call) => !call.startsWith("GET ")),
            [],
        );
        // The same, had it been destroyed instead: what came of the work goes too.
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.deepEqual(held(), []);
    });

    it("keeps in mind what is registered and not shown yet", async (t) => {
        const { partner, inputs, held, desk } = await batchWorld(t);
        const { id, state } = await lifecycle.create(
            { ...inputs, devices: [notebook] },
            partner.client(),
            partner.tell,
        );
        const { body } = await call(
            partner.simulator,
            `GET /v1/${devices.replace("ID", partner.customerId)}`,
        );
        const on = { method: "GET", path: "/devices$" };
        partner.simulator.misbehave({ on, status: 200, body, times: 100 });
        const news = { ...inputs, policyId: desk };
        const error = await failureOf(async () =>
            lifecycle.update(id, state, news, await hurried(partner), partner.tell),
        );
        assert.match(
            error.message,
            /serial number R9-ZNP67: not registered: is not shown by the service yet/,
        );
        const kept = (error as IncompleteResource<BatchState>).state;
        assert.deepEqual(
            kept.devices.map(({ policyId }) => policyId),
            [desk],
        );
        assert.equal(kept.pendingWork?.devices.length, 2);
        assert.equal(lifecycle.diff(id, kept, { ...news, devices: [notebook] }).changes, true);
        partner.simulator.forgetMisbehaviours();
        await lifecycle.delete(id, kept, partner.client, partner.tell);
        assert.deepEqual(held(), []);
    });

    it("fails for a customer or a batch that the service refuses, with its reason", async (t) => {
        const { partner, inputs, held } = await batchWorld(t);
        const on = { method: "POST", path: "/deviceBatches$" };
        partner.simulator.misbehave({ on, status: 403, body: { code: 900308 } });
        const error = await failureOf(() =>
            lifecycle.create(inputs, partner.client(), partner.tell),
        );
        assert.equal(error instanceof IncompleteResource, false);
        assert.match(error.message, /^Could not create the batch "Delivery 11".*900308/s);
        assert.deepEqual(held(), []);
        partner.simulator.misbehave({ on, status: 202 });
        const lost = await failureOf(() =>
            lifecycle.create(inputs, partner.client(), partner.tell),
        );
        assert.match(lost.message, /without the place where the work can be looked at/);
    });
});

/** A client whose operations end after a second. */
async function hurried({ simulator }: SimulatedPartner): Promise<PartnerCenter> {
    const accessToken = simulator.issueToken({ kind: "appAndUser" });
    const { apiUrl } = simulator;
    return (await openPartnerCenter({ apiUrl, accessToken, retryBudgetSeconds: 1 })).begin();
}
