import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deviceBatchLifecycle as lifecycle } from "../../../provider/deviceBatch/lifecycle";
import type { BatchInputs, BatchState } from "../../../provider/deviceBatch/shapes";
import { customerId as otherId } from "../fixtures";
import { batchWorld, desktop, notebook, tablet } from "./world";

const devices = "customers/ID/deviceBatches/Delivery%2011/devices";

describe("a batch", () => {
    it("registers, deletes and assigns in place, and leaves what others do alone", async (t) => {
        const { partner, inputs, held, desk, lab } = await batchWorld(t);
        const { portal } = partner.simulator;
        const { id, state } = await lifecycle.create(
            { ...inputs, policyId: desk, devices: [notebook, tablet] },
            partner.client(),
            partner.tell,
        );
        const stranger = { productKey: "a stranger's" };
        portal.addDevice(partner.customerId, "Delivery 11", stranger);
        const news: BatchInputs = {
            ...inputs,
            devices: [{ ...tablet, policyId: lab }, desktop],
        };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true, replaces: [] });
        partner.takeCalls();
        const updated = await lifecycle.update(id, state, news, partner.client(), partner.tell);
        assert.deepEqual(
            partner.takeCalls().filter((call) => !call.startsWith("GET ")),
            [
                `DELETE ${devices}/${state.devices[0]?.deviceId}`,
                `POST ${devices}`,
                "PATCH customers/ID/DevicePolicyUpdates",
            ],
        );
        assert.deepEqual(
            held().map(({ serialNumber, productKey, policyId }) => [
                serialNumber ?? productKey,
                policyId,
            ]),
            [
                [tablet.serialNumber, lab],
                ["a stranger's", undefined],
                [desktop.serialNumber, undefined],
            ],
        );
        assert.equal(lifecycle.diff(id, updated, news).changes, false);
        assert.deepEqual(await lifecycle.read(id, updated, partner.client()), updated);
        const everything = await lifecycle.read(id, {} as BatchState, partner.client());
        assert.deepEqual(
            everything?.devices.map(({ deviceId, policyId }) => [deviceId, policyId]),
            held().map((device) => [device.id, device.policyId]),
        );
        await lifecycle.delete(id, updated, partner.client, partner.tell);
        assert.deepEqual(
            held().map(({ productKey }) => productKey),
            ["a stranger's"],
        );
        assert.match(partner.takeTold().join(), /"Delivery 11" of customer .* stays in Partner/);
    });

    it("shows a device that was deleted and a policy that was changed, and puts them right", async (t) => {
        const { partner, inputs, held, desk, lab } = await batchWorld(t);
        const declared = { ...inputs, policyId: desk };
        const { id, state } = await lifecycle.create(declared, partner.client(), partner.tell);
        const { portal } = partner.simulator;
        const [first, second] = state.devices.map(({ deviceId }) => deviceId);
        portal.removeDevice(partner.customerId, first ?? "");
        portal.assignPolicy(partner.customerId, second ?? "", lab);
        const drifted = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(
            drifted?.devices.map(({ deviceId, policyId }) => [deviceId, policyId]),
            [
                [second, lab],
                [state.devices[2]?.deviceId, desk],
            ],
        );
        assert.ok(drifted);
        assert.equal(lifecycle.diff(id, drifted, declared).changes, true);
        const { devices: right } = await lifecycle.update(
            id,
            drifted,
            declared,
            partner.client(),
            partner.tell,
        );
        assert.deepEqual(
            right.map(({ policyId }) => policyId),
            [desk, desk, desk],
        );
        assert.equal(held().length, 3);
    });

    it("registers a device anew whose hardware is another, and not because its hash is left out", async (t) => {
        const { partner, inputs, held } = await batchWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        const { hardwareHash: _, ...short } = desktop;
        const shorter = { ...inputs, devices: [notebook, tablet, short] };
        assert.deepEqual(lifecycle.check(inputs, shorter, contextOf).problems, []);
        assert.equal(lifecycle.diff(id, state, shorter).changes, false);
        const repaired = { ...desktop, hardwareHash: "another" };
        const news = { ...inputs, devices: [notebook, tablet, repaired] };
        assert.equal(lifecycle.diff(id, state, news).changes, true);
        const updated = await lifecycle.update(id, state, news, partner.client(), partner.tell);
        assert.notEqual(updated.devices[2]?.deviceId, state.devices[2]?.deviceId);
        assert.equal(held().length, 3);
        assert.equal(held()[2]?.hardwareHash, "another");
        assert.equal(lifecycle.diff(id, updated, news).changes, false);
    });

    it("is another one for another customer or name, and gone with its customer", async (t) => {
        const { partner, inputs } = await batchWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        for (const [name, value] of [
            ["customerId", otherId],
            ["batchId", "Delivery 12"],
        ]) {
            const news = { ...inputs, [name as string]: value };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: true, replaces: [name] });
        }
        partner.simulator.portal.deleteCustomer(partner.customerId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        await lifecycle.delete(id, state, partner.client, partner.tell);
    });

    it("has all its devices, also where they fill several pages", async (t) => {
        for (const devicePaging of ["token", "link"] as const) {
            const { partner, inputs, held } = await batchWorld(t, { uncertain: { devicePaging } });
            const many = Array.from({ length: 250 }, (_, index) => ({
                productKey: `key ${index}`,
            }));
            const declared = { ...inputs, devices: many };
            const { id, state } = await lifecycle.create(declared, partner.client(), partner.tell);
            assert.equal(state.devices.length, 250);
            assert.equal(lifecycle.diff(id, state, declared).changes, false);
            assert.equal(held().length, 250);
        }
    });
});

const contextOf = { cloud: "global", isUnknown: () => false } as const;
