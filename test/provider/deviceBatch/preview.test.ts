import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deviceBatchLifecycle as lifecycle } from "../../../provider/deviceBatch/lifecycle";
import type { BatchInputs } from "../../../provider/deviceBatch/shapes";
import { context, customerId, unknown } from "../fixtures";
import { batchWorld, desktop, notebook, tablet } from "./world";

const given = { customerId, batchId: "Delivery 11", devices: [notebook, tablet, desktop] };
const problemsOf = (more: object, olds?: BatchInputs) =>
    lifecycle.check(olds, { ...given, ...more }, context).problems;

describe("a batch that a program declares", () => {
    it("may hold what is not known yet", () => {
        assert.deepEqual(problemsOf({}), []);
        for (const more of [
            { customerId: unknown, policyId: unknown },
            { devices: unknown },
            { devices: [unknown, { serialNumber: unknown }, { ...notebook, policyId: unknown }] },
        ]) {
            assert.deepEqual(problemsOf(more), []);
        }
    });

    it("names its faults all at once", () => {
        const devices = [
            { serialNumber: "1" },
            { hardwareHash: "hash" },
            { serialNumber: "", colour: "red" },
            notebook,
            { ...notebook, serialNumber: "2" },
        ];
        const wrong = { customerId: "contoso", batchId: "a/b", policyId: "Desk", devices };
        assert.deepEqual(problemsOf(wrong), [
            "customerId: must be a GUID, for example 01234567-89ab-cdef-0123-456789abcdef.",
            "batchId: must have no slash.",
            "policyId: must be a GUID, for example 01234567-89ab-cdef-0123-456789abcdef.",
            "devices.2.serialNumber: must not be empty.",
            "devices.2.colour: CustomerDeviceBatch has no such argument; check its spelling.",
            "devices.0: needs productKey, hardwareHash, or oemManufacturerName and modelName beside serialNumber.",
            "devices.1: needs serialNumber or productKey, by which the service lists it.",
            "devices.2: needs productKey, hardwareHash, or oemManufacturerName and modelName beside serialNumber.",
            "devices.4: is the same device as devices.3.",
        ]);
        assert.deepEqual(problemsOf({ devices: [] }), ["devices: must name at least one device."]);
        assert.match(problemsOf({ devices: {} }).join(), /^devices: must be a list/);
        const usGov = { ...context, cloud: "usGov" as const };
        assert.match(
            lifecycle.check(undefined, given, usGov).problems.join(),
            /^CustomerDeviceBatch: .*cannot create batches of devices/,
        );
    });

    it("need not identify a device again that it has", () => {
        const { hardwareHash: _, ...short } = desktop;
        const devices = [short];
        assert.match(problemsOf({ devices }).join(), /^devices.0: needs productKey/);
        assert.deepEqual(problemsOf({ devices }, given), []);
    });

    it("is looked for at preview", async (t) => {
        const { partner, inputs, desk } = await batchWorld(t);
        const foresee = (more: object) => {
            const news = { ...inputs, ...more };
            return lifecycle.foresee(news, partner.foresight(news));
        };
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ policyId: desk }), nothing);
        await lifecycle.create({ ...inputs, devices: [notebook] }, partner.client(), partner.tell);
        const { notes } = await foresee({});
        assert.match(notes.join(), /^1 of 3 devices of the batch "Delivery 11".* taken over/);
        partner.takeCalls();
        assert.deepEqual(await foresee({ policyId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("needs an application with a user, which a preview says", async (t) => {
        const { partner, inputs } = await batchWorld(t, {}, "app");
        const { problems } = await lifecycle.foresee(inputs, partner.foresight(inputs));
        assert.match(
            problems.join(),
            /^CustomerDeviceBatch: this call needs sign-in as application and/,
        );
    });
});
