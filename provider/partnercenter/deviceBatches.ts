import type { Call } from "./call";
import { policyCategory } from "./configurationPolicies";
import type { Operation } from "./connection";
import { PartnerCenterError } from "./errors";
import { customerPath } from "./paths";
import type { Open } from "./types";

/** What tells a device from all others. */
export interface DeviceIdentity {
    serialNumber?: string;
    productKey?: string;
    hardwareHash?: string;
    oemManufacturerName?: string;
    modelName?: string;
}

/** A device to register. */
export interface NewDevice extends DeviceIdentity {
    policyId?: string;
}

/**
 * A registered device, which is listed without its hardware hash.
 *
 * @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#device
 */
export interface DeviceResource extends Open, DeviceIdentity {
    id: string;
    /** One for each category of policies; the value is the policy's id or name, or nothing. */
    policies?: { key?: string; value?: string | null }[];
}

/**
 * Work on devices.
 *
 * @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#batchuploaddetails
 */
export interface DeviceJobResource extends Open {
    /** `unknown`, `queued`, `processing`, `finished` or `finished_with_errors`. */
    status?: string;
    devicesStatus?: DeviceOutcomeResource[];
}

/** What came of one device. */
export interface DeviceOutcomeResource extends Open {
    deviceId?: string;
    serialNumber?: string;
    productKey?: string;
    status?: string;
    errorCode?: string | number;
    errorDescription?: string;
}

/**
 * The calls about the devices that customers have registered for Windows Autopilot. Registering and
 * changing is work that goes on after the answer: these calls give the id by which it is looked at.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-the-list-of-device-batches-for-the-specified-customer
 */
export class DeviceBatches {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-devices-for-the-specified-batch-and-customer */
    async listDevices(customerId: string, batchId: string): Promise<DeviceResource[]> {
        return await this.#operation.list<DeviceResource>({
            name: "readDevices",
            operation: `list the devices of the batch "${batchId}" of the customer ${customerId}`,
            method: "GET",
            path: devicesPath(customerId, batchId),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-to-create-a-new-batch-for-the-specified-customer */
    async create(
        customerId: string,
        batchId: string,
        devices: readonly NewDevice[],
    ): Promise<string> {
        return await this.#start({
            name: "createDeviceBatch",
            operation: `create the batch "${batchId}" of devices of the customer ${customerId}`,
            method: "POST",
            path: batchesPath(customerId),
            body: {
                batchId,
                devices: devices.map(deviceBody),
                attributes: { objectType: "DeviceBatchCreationRequest" },
            },
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-for-the-specified-customer */
    async addDevices(
        customerId: string,
        batchId: string,
        devices: readonly NewDevice[],
    ): Promise<string> {
        return await this.#start({
            name: "changeDevices",
            operation: `add devices to the batch "${batchId}" of the customer ${customerId}`,
            method: "POST",
            path: devicesPath(customerId, batchId),
            body: devices.map(deviceBody),
        });
    }

    /**
     * Gives devices another policy, or takes theirs away.
     *
     * @param policies The policies' ids, or `null`, by the devices' ids.
     * @see https://learn.microsoft.com/partner-center/developer/update-a-list-of-devices-with-a-policy
     */
    async assignPolicies(
        customerId: string,
        policies: ReadonlyMap<string, string | null>,
    ): Promise<string> {
        return await this.#start({
            name: "changeDevices",
            operation: `assign policies to devices of the customer ${customerId}`,
            method: "PATCH",
            path: `${customerPath(customerId)}/DevicePolicyUpdates`,
            body: {
                devices: [...policies].map(([id, policyId]) => ({ id, ...policyBody(policyId) })),
                attributes: { objectType: "DevicePolicyUpdateRequest" },
            },
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/delete-a-device-for-the-specified-customer */
    async deleteDevice(customerId: string, batchId: string, deviceId: string): Promise<void> {
        await this.#operation.call({
            name: "changeDevices",
            operation: `delete the device ${deviceId} of the customer ${customerId}`,
            method: "DELETE",
            path: `${devicesPath(customerId, batchId)}/${encodeURIComponent(deviceId)}`,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-the-status-of-a-device-batch-upload */
    async getJob(customerId: string, jobId: string): Promise<DeviceJobResource> {
        return await this.#operation.present<DeviceJobResource>("a status", {
            name: "readDevices",
            operation: `read how far the work ${jobId} on devices of the customer ${customerId} is`,
            method: "GET",
            path: `${customerPath(customerId)}/batchJobStatus/${encodeURIComponent(jobId)}`,
        });
    }

    /** The samples have the address in a header, the service's reference in the body. */
    async #start(call: Call): Promise<string> {
        const { location = "", answer } = await this.#operation.start(call);
        const address = `${location} ${JSON.stringify(answer)}`;
        const [, id] = /batchJobStatus\/([\w-]+)/i.exec(address) ?? [];
        if (id === undefined) {
            throw new PartnerCenterError(
                `Could not ${call.operation}: the service answered with success, but without the place where the work can be looked at. Run the operation again: what was done counts as done.`,
            );
        }
        return id;
    }
}

/** An empty list of policies is answered with status 500. */
function deviceBody({ policyId, ...identity }: NewDevice): object {
    return {
        ...identity,
        ...(policyId !== undefined && policyBody(policyId)),
        attributes: { objectType: "Device" },
    };
}

function policyBody(policyId: string | null): object {
    return { policies: [{ key: policyCategory, value: policyId }] };
}

function batchesPath(customerId: string): string {
    return `${customerPath(customerId)}/deviceBatches`;
}

function devicesPath(customerId: string, batchId: string): string {
    return `${batchesPath(customerId)}/${encodeURIComponent(batchId)}/devices`;
}
