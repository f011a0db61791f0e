import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Device, DeviceBatch, DeviceJob } from "../../records/devices";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { getCustomer } from "../customers/access";
import { requireUser } from "../http/authorisation";
import { bind, membersOf } from "../http/bind";
import { requireGlobalCloud } from "../http/clouds";
import { failureOf, ServiceFailure } from "../http/errors";
import { pageWire } from "../http/paging";
import { missing, refuse } from "../http/problem";
import { readJson } from "../http/requestBody";
import { collectionWire, link, omitMissing } from "../http/wire";
import { acceptJob, jobWire, settledCustomer } from "./jobs";
import { newDevices, policyUpdates } from "./tasks";

/** docs: get-a-list-of-devices-for-the-specified-batch-and-customer. */
const devicesOnPage = 100;

/**
 * `/v1/customers/{id}/deviceBatches` and the work on devices: whoever signs in may read and write, a
 * batch is created by an application with a user (docs:
 * upload-a-list-of-devices-to-create-a-new-batch-for-the-specified-customer).
 */
export function deviceBatchRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    const customerOf = (c: Context<Env>) => {
        requireGlobalCloud(settings);
        return settledCustomer(getCustomer(service, c.req.param("id") ?? ""), service);
    };
    const accepted = (
        c: Context<Env>,
        work: Pick<DeviceJob, "batchId" | "tasks">,
        customer: CustomerRecord,
    ) => {
        const uri = `/customers/${customer.id}/batchJobStatus/${acceptJob(work, customer, service).id}`;
        if (uncertain.deviceJobAddress === "body") return c.json(link(uri), 202);
        c.header("Location", uri);
        return c.body(null, 202);
    };
    const devices = "/customers/:id/devicebatches/:batchId/devices";
    return new Hono<Env>()
        .get("/customers/:id/devicebatches", (c) => {
            const customer = customerOf(c);
            return c.json(
                collectionWire(batchesOf(customer).map((one) => batchWire(one, customer))),
            );
        })
        .post("/customers/:id/devicebatches", async (c) => {
            requireUser(c);
            const body = await readJson(c);
            const customer = customerOf(c);
            const { batchId = "" } = bind({ batchId: "text" } as const, body);
            if (batchId === "") refuse([missing("batch_id")]);
            const tasks = newDevices(membersOf(body).get("devices"), uncertain);
            const held = findBatch(customer, batchId);
            if (held !== undefined && uncertain.deviceBatchAgain !== "accepted") {
                throw failureOf(uncertain.deviceBatchAgain, `There is a batch ${batchId}.`);
            }
            const batch = held ?? {
                id: batchId,
                creationDate: new Date(settings.now()).toISOString(),
            };
            const others = batchesOf(customer).filter(({ id }) => id !== batch.id);
            return accepted(
                c,
                { batchId: batch.id, tasks },
                { ...customer, deviceBatches: [...others, batch] },
            );
        })
        .get(devices, (c) => {
            const customer = customerOf(c);
            const batch = findBatch(customer, c.req.param("batchId"));
            if (batch === undefined && uncertain.unknownDeviceBatch !== "emptyList") {
                throw batchNotFound(c.req.param("batchId"));
            }
            const page = pageWire(
                batch === undefined ? [] : devicesOf(batch, customer),
                (device) => deviceWire(device, customer, uncertain),
                `/customers/${customer.id}/deviceBatches/${batch?.id}/devices`,
                c,
                {
                    ...uncertain,
                    maximumPageSize: Math.min(uncertain.maximumPageSize, devicesOnPage),
                },
            );
            return c.json(uncertain.devicePaging === "link" ? page : withToken(page));
        })
        .post(devices, async (c) => {
            const body = await readJson(c);
            const customer = customerOf(c);
            const batch = findBatch(customer, c.req.param("batchId"));
            if (batch === undefined) throw batchNotFound(c.req.param("batchId"));
            return accepted(c, { batchId: batch.id, tasks: newDevices(body, uncertain) }, customer);
        })
        .delete(`${devices}/:deviceId`, (c) => {
            const customer = customerOf(c);
            const batch = findBatch(customer, c.req.param("batchId"));
            const held = batch === undefined ? [] : devicesOf(batch, customer);
            const device = held.find(({ id }) => id === c.req.param("deviceId").toLowerCase());
            if (device === undefined) {
                throw new ServiceFailure(404, 1000, "The device was not found.");
            }
            const isEmptied = held.length === 1 && uncertain.emptyDeviceBatch === "gone";
            store.putCustomer({
                ...customer,
                devices: (customer.devices ?? []).filter(({ id }) => id !== device.id),
                deviceBatches: batchesOf(customer).filter(
                    ({ id }) => !isEmptied || id !== device.batchId,
                ),
            });
            return c.body(null, 204);
        })
        .patch("/customers/:id/devicepolicyupdates", async (c) => {
            const body = await readJson(c);
            const customer = customerOf(c);
            const tasks = policyUpdates(body, uncertain);
            return accepted(c, { tasks }, customer);
        })
        .get("/customers/:id/batchjobstatus/:jobId", (c) => {
            const { deviceJobs = [] } = customerOf(c);
            const job = deviceJobs.find(({ id }) => id === c.req.param("jobId"));
            if (job === undefined) throw new ServiceFailure(404, 1000, "The job was not found.");
            return c.json(jobWire(job, settings.now(), uncertain));
        });
}

function batchesOf({ deviceBatches = [] }: CustomerRecord): readonly DeviceBatch[] {
    return deviceBatches;
}

function findBatch(customer: CustomerRecord, id: string): DeviceBatch | undefined {
    return batchesOf(customer).find((batch) => batch.id.toLowerCase() === id.toLowerCase());
}

function devicesOf({ id }: DeviceBatch, { devices = [] }: CustomerRecord): Device[] {
    return devices.filter(({ batchId }) => batchId === id);
}

function batchNotFound(id: string): ServiceFailure {
    return new ServiceFailure(404, 1000, `The batch ${id} was not found.`);
}

function batchWire(batch: DeviceBatch, customer: CustomerRecord): Record<string, unknown> {
    return {
        ...batch,
        devicesCount: devicesOf(batch, customer).length,
        devicesLink: link(`/customers/${customer.id}/deviceBatches/${batch.id}/devices`),
        attributes: { objectType: "DeviceBatch" },
    };
}

/** A listed device has no hardware hash. */
function deviceWire(
    { hardwareHash: _, batchId: __, policyId, ...device }: Device,
    { configurationPolicies = [] }: CustomerRecord,
    { listedDevicePolicy }: Uncertain,
): Record<string, unknown> {
    const policy = configurationPolicies.find(({ id }) => id === policyId);
    return omitMissing({
        ...device,
        policies: [{ key: "o_o_b_e", value: policy?.[listedDevicePolicy] ?? null }],
        allowedOperations: ["GET", "PATCH", "DELETE"],
        attributes: { objectType: "Device" },
    });
}

/** A page whose next one is named by a token (docs: the same page). */
function withToken({ links, ...page }: Record<string, unknown>): Record<string, unknown> {
    const { next } = links as { next?: { headers: readonly { value: string }[] } };
    return omitMissing({ ...page, continuationToken: next?.headers[0]?.value });
}
