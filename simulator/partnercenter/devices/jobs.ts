import { randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type {
    Device,
    DeviceIdentity,
    DeviceJob,
    DeviceOutcome,
    DeviceTask,
} from "../../records/devices";
import type { Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { omitMissing } from "../http/wire";

type Failure = NonNullable<DeviceOutcome["error"]>;

// The names and codes of Windows Autopilot's registration; 808 is the one of the documentation's sample.
const failures = {
    notIdentified: { code: "803", description: "MissingZtdSerialNumberAndProductKey" },
    registeredHere: { code: "806", description: "ZtdDeviceAlreadyAssigned" },
    notRegistered: { code: "807", description: "ZtdDeviceIsNotRegistered" },
    registeredElsewhere: { code: "808", description: "ZtdDeviceAssignedToOtherTenant" },
    noSuchPolicy: { code: "404", description: "The policy was not found." },
} as const satisfies Record<string, Failure>;

/** Accepts work on a customer's devices, which is done after a while. */
export function acceptJob(
    work: Pick<DeviceJob, "batchId" | "tasks">,
    customer: CustomerRecord,
    service: Service,
): DeviceJob {
    const { settings, store } = service;
    const acceptedAt = settings.now();
    const finishesAt = acceptedAt + settings.deviceJobMs;
    const job = { ...work, id: randomUUID(), acceptedAt, finishesAt };
    const { deviceJobs = [] } = customer;
    const accepting = { ...customer, deviceJobs: [...deviceJobs, job] };
    store.putCustomer(accepting);
    settledCustomer(accepting, service);
    return job;
}

/** The customer with every job done whose time has come. */
export function settledCustomer(customer: CustomerRecord, service: Service): CustomerRecord {
    const { settings, store } = service;
    const isDue = ({ outcomes, finishesAt }: DeviceJob) =>
        outcomes === undefined && finishesAt <= settings.now();
    let settled = customer;
    for (const job of customer.deviceJobs?.filter(isDue) ?? [])
        settled = done(job, settled, service);
    if (settled !== customer) store.putCustomer(settled);
    return settled;
}

function done(job: DeviceJob, customer: CustomerRecord, service: Service): CustomerRecord {
    const devices = new Map(customer.devices?.map((device) => [device.id, device]));
    const outcomes = job.tasks.map((task): DeviceOutcome => {
        const result = carriedOut(task, job, [...devices.values()], customer, service);
        const { serialNumber, productKey } = task;
        const named = {
            ...(task.id && { deviceId: task.id }),
            ...(serialNumber && { serialNumber }),
            ...(productKey && { productKey }),
        };
        if ("code" in result) return { ...named, error: result };
        devices.set(result.id, result);
        return { ...named, deviceId: result.id };
    });
    return {
        ...customer,
        devices: [...devices.values()],
        deviceJobs: (customer.deviceJobs ?? []).map((one) =>
            one.id === job.id ? { ...job, outcomes } : one,
        ),
    };
}

/** The device as it is after a job, or why it is not. */
function carriedOut(
    task: DeviceTask,
    { batchId = "" }: DeviceJob,
    devices: readonly Device[],
    customer: CustomerRecord,
    service: Service,
): Device | Failure {
    const { id, policyId, ...identity } = task;
    const policies = customer.configurationPolicies ?? [];
    if (policyId && !policies.some((policy) => policy.id === policyId)) {
        return failures.noSuchPolicy;
    }
    const assigned = policyId ? { policyId } : {};
    if (id === undefined) {
        const device = registered(identity, batchId, devices, customer, service);
        const isNew = !("code" in device) && !devices.includes(device);
        return isNew && service.settings.uncertain.uploadedPolicies === "assigned"
            ? { ...device, ...assigned }
            : device;
    }
    const held = devices.find((device) => device.id === id);
    if (held === undefined) return failures.notRegistered;
    const { policyId: _, ...device } = held;
    return policyId === undefined ? held : { ...device, ...assigned };
}

function registered(
    identity: DeviceIdentity,
    batchId: string,
    devices: readonly Device[],
    { id: customerId }: CustomerRecord,
    { settings, store }: Service,
): Device | Failure {
    if (!isIdentified(identity)) return failures.notIdentified;
    const known = devices.find((device) => isSame(device, identity));
    if (known !== undefined) {
        const isAccepted = settings.uncertain.deviceUploadedAgain === "accepted";
        return isAccepted ? known : failures.registeredHere;
    }
    const elsewhere = store.customers
        .filter(({ id, deleted }) => id !== customerId && !deleted)
        .flatMap((other) => other.devices ?? []);
    if (elsewhere.some((device) => isSame(device, identity))) return failures.registeredElsewhere;
    const uploadedDate = new Date(settings.now()).toISOString();
    return { ...identity, id: randomUUID(), batchId, uploadedDate };
}

// docs: device-deployment-resources, DeviceBatchCreationRequest.
function isIdentified(device: DeviceIdentity): boolean {
    const { hardwareHash, productKey, serialNumber, modelName, oemManufacturerName } = device;
    return [hardwareHash, productKey, serialNumber && modelName && oemManufacturerName].some(
        (identification) => identification,
    );
}

function isSame(one: DeviceIdentity, other: DeviceIdentity): boolean {
    return (["hardwareHash", "productKey", "serialNumber"] as const).some(
        (name) => one[name] !== undefined && one[name] === other[name],
    );
}

/** docs: get-the-status-of-a-device-batch-upload. */
export function jobWire(
    { id, acceptedAt, finishesAt, outcomes }: DeviceJob,
    now: number,
    { failedDeviceJob }: Uncertain,
): Record<string, unknown> {
    const waiting = now < (acceptedAt + finishesAt) / 2 ? "queued" : "processing";
    const hasFailed = outcomes?.some(({ error }) => error !== undefined);
    return omitMissing({
        batchTrackingId: id,
        status: outcomes === undefined ? waiting : hasFailed ? failedDeviceJob : "finished",
        startedTime: timeOf(acceptedAt),
        completedTime: outcomes && timeOf(finishesAt),
        devicesStatus: (outcomes ?? []).map(({ error, ...device }) =>
            omitMissing({
                ...device,
                status: error === undefined ? "finished" : "finished_with_errors",
                errorCode: error?.code,
                errorDescription: error?.description,
                attributes: { objectType: "DeviceUploadDetails" },
            }),
        ),
        attributes: { objectType: "BatchUploadDetails" },
    });
}

function timeOf(milliseconds: number): string {
    return new Date(milliseconds).toISOString().slice(0, 19);
}
