import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const one = { serialNumber: "R9-ZNP67", productKey: "00329-00000-0003-AA606" };
const other = { serialNumber: "R9-ZNP68", oemManufacturerName: "Contoso", modelName: "Note 14" };

test("a new batch is accepted, worked on for a while, and lists its devices then", async (t) => {
    let now = Date.parse("2026-11-24T10:00:00Z");
    const world = await worldOf(t, { deviceJobMs: 60_000, now: () => now });
    const { path, post, read } = world;
    const accepted = await post("deviceBatches", { BatchId: "Test batch", Devices: [one, other] });
    assert.equal(accepted.status, 202);
    assert.equal(accepted.text, "");
    const job = String(accepted.headers.get("location"));
    assert.match(job, /^\/customers\/.+\/batchJobStatus\/[\da-f-]{36}$/);
    const status = async () => (await call(world.simulator, `GET /v1${job}`)).body;
    assert.equal(at(await status(), "status"), "queued");
    now += 40_000;
    assert.equal(at(await status(), "status"), "processing");
    assert.deepEqual(await read("deviceBatches/test%20batch/devices"), []);
    now += 20_000;
    assert.deepEqual(await status(), {
        batchTrackingId: job.split("/").at(-1),
        status: "finished",
        startedTime: "2026-11-24T10:00:00",
        completedTime: "2026-11-24T10:01:00",
        devicesStatus: world.held().map(({ id, serialNumber, productKey }) => ({
            deviceId: id,
            serialNumber,
            ...(productKey && { productKey }),
            status: "finished",
            attributes: { objectType: "DeviceUploadDetails" },
        })),
        attributes: { objectType: "BatchUploadDetails" },
    });
    assert.deepEqual(
        await read("deviceBatches/Test%20batch/devices"),
        [one, other].map((device, index) => ({
            id: world.held()[index]?.id,
            ...device,
            policies: [{ key: "o_o_b_e", value: null }],
            uploadedDate: "2026-11-24T10:01:00.000Z",
            allowedOperations: ["GET", "PATCH", "DELETE"],
            attributes: { objectType: "Device" },
        })),
    );
    const [batch] = (await read("deviceBatches")) as unknown[];
    assert.equal(at(batch, "id"), "Test batch");
    assert.equal(at(batch, "devicesCount"), 2);
    assert.match(String(at(batch, "devicesLink.uri")), /Test batch\/devices$/);
    assert.equal((await call(world.simulator, `GET ${path}/batchJobStatus/none`)).status, 404);
});

test("a device that cannot be registered says why, the others are", async (t) => {
    const world = await worldOf(t);
    const elsewhere = await createCustomer(
        world.simulator,
        customerBody("fabrikam.onmicrosoft.com"),
    );
    world.simulator.portal.addDevice(elsewhere, "theirs", { hardwareHash: "theirs" });
    world.simulator.portal.addDevice(world.id, "earlier", { productKey: "known" });
    const devices = [
        one,
        { serialNumber: "1", hardwareHash: "theirs" },
        { serialNumber: "2", productKey: "known" },
        { serialNumber: "3" },
    ];
    assert.deepEqual(await world.outcomes("deviceBatches", { batchId: "batch", devices }), [
        [one.serialNumber, undefined, undefined],
        ["1", "808", "ZtdDeviceAssignedToOtherTenant"],
        ["2", "806", "ZtdDeviceAlreadyAssigned"],
        ["3", "803", "MissingZtdSerialNumberAndProductKey"],
    ]);
    assert.equal(world.held().filter(({ batchId }) => batchId === "batch").length, 1);
});

test("policies come with an upload or later, and go again", async (t) => {
    const world = await worldOf(t, { uncertain: { listedDevicePolicy: "name" } });
    const body = { name: "Desk", category: "o_o_b_e", policySettings: ["none"] };
    const value = String(at((await world.post("policies", body)).body, "id"));
    const policies = [{ key: "o_o_b_e", value }];
    const devices = [{ ...one, policies }, other];
    await world.post("deviceBatches", { batchId: "batch", devices });
    const names = async () =>
        ((await world.read("deviceBatches/batch/devices")) as unknown[]).map((device) =>
            at(device, "policies.0.value"),
        );
    assert.deepEqual(await names(), ["Desk", null]);
    const [first, second] = world.held().map(({ id }) => id);
    await world.change([
        { id: first, policies: [{ key: "o_o_b_e", value: null }] },
        { id: second, policies },
    ]);
    assert.deepEqual(await names(), [null, "Desk"]);
    assert.equal(at(await world.read("policies"), "0.devicesAssigned"), 1);
    const refused = await call(world.simulator, `DELETE ${world.path}/policies/${value}`);
    assert.deepEqual([refused.status, at(refused.body, "code")], [400, 800002]);
    const unknown = [{ id: first, policies: [{ key: "o_o_b_e", value: world.id }] }];
    assert.deepEqual(await world.change([...unknown, { id: world.id }]), [
        [first, "404"],
        [world.id, "807"],
    ]);
    const empty = await world.post("deviceBatches/batch/devices", [{ ...one, policies: [] }]);
    assert.deepEqual([empty.status, at(empty.body, "code")], [500, 800003]);
});

test("devices are listed a hundred at a time, and a token leads to the next ones", async (t) => {
    const world = await worldOf(t);
    const devices = Array.from({ length: 201 }, (_, index) => ({ productKey: `key ${index}` }));
    await world.post("deviceBatches", { batchId: "batch", devices });
    const line = `GET ${world.path}/deviceBatches/batch/devices?seekOperation=Next`;
    const sizes: number[] = [];
    let token: unknown = "";
    while (token !== undefined) {
        const headers = { "MS-ContinuationToken": String(token) };
        const { body } = await call(world.simulator, line, token === "" ? {} : { headers });
        sizes.push((at(body, "items") as unknown[]).length);
        token = at(body, "continuationToken");
    }
    assert.deepEqual(sizes, [100, 100, 1]);
});

test("a device is deleted; its batch stays, and no call deletes it", async (t) => {
    const world = await worldOf(t);
    await world.post("deviceBatches", { batchId: "batch", devices: [one] });
    const line = `DELETE ${world.path}/deviceBatches/batch/devices/${world.held()[0]?.id}`;
    assert.equal((await call(world.simulator, line)).status, 204);
    assert.equal((await call(world.simulator, line)).status, 404);
    assert.deepEqual(await world.read("deviceBatches/batch/devices"), []);
    const batch = await call(world.simulator, `DELETE ${world.path}/deviceBatches/batch`);
    assert.equal(batch.status, 404);
});

test("what the facts leave open can be chosen", async (t) => {
    const world = await worldOf(t, {
        uncertain: {
            unknownDeviceBatch: "emptyList",
            deviceBatchAgain: "accepted",
            deviceUploadedAgain: "accepted",
            emptyDeviceBatch: "gone",
            deviceJobAddress: "body",
            devicePaging: "link",
            failedDeviceJob: "finished_with_errors",
            noDevicePolicies: "accepted",
        },
    });
    assert.deepEqual(await world.read("deviceBatches/batch/devices"), []);
    const upload = { batchId: "batch", devices: [{ ...one, policies: [] }, { serialNumber: "3" }] };
    const accepted = await world.post("deviceBatches", upload);
    assert.equal(accepted.headers.get("location"), null);
    const uri = String(at(accepted.body, "uri"));
    const job = await call(world.simulator, `GET /v1${uri}`);
    assert.equal(at(job.body, "status"), "finished_with_errors");
    const again = await world.post("deviceBatches", upload);
    const outcome = await call(world.simulator, `GET /v1${at(again.body, "uri")}`);
    assert.equal(at(outcome.body, "devicesStatus.0.status"), "finished");
    assert.equal(world.held().length, 1);
    const line = `DELETE ${world.path}/deviceBatches/batch/devices/${world.held()[0]?.id}`;
    await call(world.simulator, line);
    assert.deepEqual(world.simulator.customers[0]?.deviceBatches, []);
});

for (const deviceBatchAgain of ["400-3000", "409-3000"] as const) {
    test(`a batch is made once, by an application with a user: ${deviceBatchAgain}`, async (t) => {
        const world = await worldOf(t, { uncertain: { deviceBatchAgain } });
        const body = { batchId: "batch", devices: [one] };
        const line = `POST ${world.path}/deviceBatches`;
        const token = world.simulator.issueToken({ kind: "app" });
        const forUsers = await call(world.simulator, line, { body, token });
        assert.deepEqual([forUsers.status, at(forUsers.body, "code")], [403, 900329]);
        await call(world.simulator, line, { body });
        const refused = await call(world.simulator, line, { body: { ...body, batchId: "BATCH" } });
        assert.equal(`${refused.status}-${at(refused.body, "code")}`, deviceBatchAgain);
        for (const wrong of [{ devices: [one] }, { batchId: "empty", devices: [] }]) {
            assert.equal((await call(world.simulator, line, { body: wrong })).status, 400);
        }
        const missing = await world.post("deviceBatches/none/devices", [one]);
        assert.deepEqual([missing.status, at(missing.body, "code")], [404, 1000]);
    });
}

test("a repeated upload that is recognised is answered with the same address", async (t) => {
    const world = await worldOf(t, { uncertain: { idempotentOperations: "everyWrite" } });
    const line = `POST ${world.path}/deviceBatches`;
    const headers = { "MS-RequestId": "f3b1f2a4-0c5d-4e6f-8a7b-9c0d1e2f3a4b" };
    const body = { batchId: "batch", devices: [one] };
    const [first, second] = [
        await call(world.simulator, line, { body, headers }),
        await call(world.simulator, line, { body, headers }),
    ];
    assert.equal(second.status, 202);
    assert.equal(second.headers.get("location"), first.headers.get("location"));
});

/** A simulator with a customer, and its calls about devices. */
async function worldOf(t: TestContext, options?: SimulatorOptions) {
    const simulator = await simulatorFor(t, options);
    const id = await createCustomer(simulator);
    const path = `/v1/customers/${id}`;
    const post = (below: string, body: unknown) =>
        call(simulator, `POST ${path}/${below}`, { body });
    const outcomesOf = async (location: string | null, first: string) => {
        const { body } = await call(simulator, `GET /v1${location}`);
        const statuses = at(body, "devicesStatus") as unknown[];
        return statuses.map((status) =>
            [first, "errorCode", "errorDescription"].map((name) => at(status, name)),
        );
    };
    return {
        simulator,
        id,
        path,
        post,
        held: () => simulator.customers.find((customer) => customer.id === id)?.devices ?? [],
        read: async (below: string) =>
            at((await call(simulator, `GET ${path}/${below}`)).body, "items"),
        outcomes: async (below: string, body: unknown) =>
            await outcomesOf((await post(below, body)).headers.get("location"), "serialNumber"),
        change: async (devices: unknown) => {
            const line = `PATCH ${path}/DevicePolicyUpdates`;
            const { headers } = await call(simulator, line, { body: { devices } });
            const outcomes = await outcomesOf(headers.get("location"), "deviceId");
            return outcomes.map((outcome) => outcome.slice(0, 2));
        },
    };
}
