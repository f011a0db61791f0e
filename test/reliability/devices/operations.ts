import { at, call } from "../../simulator/harness";
import { destroy, type Operation, type Requests, refresh } from "../resources/operation";
import { bringToTheEnd, type CustomerWorld, up } from "../resources/world";

const devices = "/deviceBatches/[^/]+/devices";

/** The requests about policies and devices, by what they are. */
export const requests = {
    "list policies": { method: "GET", path: "/policies$" },
    "make policy": { method: "POST", path: "/policies$" },
    "read policy": { method: "GET", path: "/policies/[^/]+$" },
    "change policy": { method: "PUT", path: "/policies/[^/]+$" },
    "delete policy": { method: "DELETE", path: "/policies/[^/]+$" },
    "list devices": { method: "GET", path: `${devices}$` },
    "create batch": { method: "POST", path: "/deviceBatches$" },
    "add devices": { method: "POST", path: `${devices}$` },
    "read job": { method: "GET", path: "/batchJobStatus/" },
    "assign policies": { method: "PATCH", path: "/DevicePolicyUpdates$" },
    "delete device": { method: "DELETE", path: `${devices}/[^/]+$` },
} as const satisfies Requests<string>;

export type DeviceRequest = keyof typeof requests;

const policyDeclared = async (world: CustomerWorld) => {
    world.args = { name: "Desk", policySettings: ["skip_eula"] };
};
const policyMade = async (world: CustomerWorld) => {
    await policyDeclared(world);
    await bringToTheEnd(world);
};

const first = { productKey: "first" };
const second = { serialNumber: "second", hardwareHash: "hash" };
const third = { productKey: "third" };

const batchDeclared = async (world: CustomerWorld) => {
    const { simulator, customerId } = world;
    const line = `POST /v1/customers/${customerId}/policies`;
    const body = { name: "Lab", category: "o_o_b_e", policySettings: ["none"] };
    const policyId = String(at((await call(simulator, line, { body })).body, "id"));
    world.args = { batchId: "batch", policyId, devices: [first, second] };
};
const batchRegistered = async (world: CustomerWorld) => {
    await batchDeclared(world);
    await bringToTheEnd(world);
};

/** All operations that ask the service for anything. */
export const operations: readonly Operation<DeviceRequest>[] = [
    {
        name: "make a policy",
        kind: "CustomerConfigurationPolicy",
        requests: ["list policies", "make policy"],
        prepare: policyDeclared,
        run: up,
    },
    {
        name: "read a policy",
        kind: "CustomerConfigurationPolicy",
        requests: ["read policy"],
        prepare: policyMade,
        run: refresh,
    },
    {
        name: "change a policy",
        kind: "CustomerConfigurationPolicy",
        requests: ["change policy"],
        prepare: async (world) => {
            await policyMade(world);
            world.args = { ...world.args, policySettings: ["none"], description: "Changed" };
        },
        run: up,
    },
    {
        name: "delete a policy",
        kind: "CustomerConfigurationPolicy",
        requests: ["delete policy"],
        removes: true,
        prepare: policyMade,
        run: destroy,
    },
    {
        name: "register a batch",
        kind: "CustomerDeviceBatch",
        requests: ["list devices", "create batch", "read job"],
        prepare: batchDeclared,
        run: up,
    },
    {
        name: "change a batch",
        kind: "CustomerDeviceBatch",
        requests: ["list devices", "delete device", "add devices", "read job", "assign policies"],
        prepare: async (world) => {
            await batchRegistered(world);
            const { policyId: _, ...args } = world.args;
            world.args = { ...args, devices: [second, third] };
        },
        run: up,
    },
    {
        name: "read a batch",
        kind: "CustomerDeviceBatch",
        requests: ["list devices"],
        prepare: batchRegistered,
        run: refresh,
    },
    {
        name: "delete a batch",
        kind: "CustomerDeviceBatch",
        requests: ["delete device"],
        removes: true,
        prepare: batchRegistered,
        run: destroy,
    },
];
