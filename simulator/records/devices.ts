/** A profile of Windows Autopilot: what a new device does when it is switched on first. */
export interface ConfigurationPolicy {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly policySettings: readonly string[];
    readonly createdDate: string;
    readonly lastModifiedDate: string;
}

/** What tells a device from all others. */
export interface DeviceIdentity {
    readonly serialNumber?: string;
    readonly productKey?: string;
    readonly hardwareHash?: string;
    readonly modelName?: string;
    readonly oemManufacturerName?: string;
}

/** A device that a customer has registered. */
export interface Device extends DeviceIdentity {
    readonly id: string;
    readonly batchId: string;
    readonly policyId?: string;
    readonly uploadedDate: string;
}

export interface DeviceBatch {
    readonly id: string;
    readonly creationDate: string;
}

/** What came of one device of a job. */
export interface DeviceOutcome extends Pick<DeviceIdentity, "serialNumber" | "productKey"> {
    readonly deviceId?: string;
    /** Absent where all went well. */
    readonly error?: { readonly code: string; readonly description: string };
}

/** What a job does to one device; without an id the device is new. */
export interface DeviceTask extends DeviceIdentity {
    readonly id?: string;
    /** `null` takes the policy away; absent leaves all as it is. */
    readonly policyId?: string | null;
}

/** Work on devices that was accepted, and is done some time later. */
export interface DeviceJob {
    readonly id: string;
    /** Milliseconds since 1970. */
    readonly acceptedAt: number;
    readonly finishesAt: number;
    /** Where new devices belong. */
    readonly batchId?: string;
    readonly tasks: readonly DeviceTask[];
    /** Absent while the job is not done. */
    readonly outcomes?: readonly DeviceOutcome[];
}
