import type { DeviceIdentity, NewDevice } from "../partnercenter/deviceBatches";

/** What a program declares of a batch. */
export interface BatchInputs {
    customerId: string;
    batchId: string;
    policyId?: string;
    devices: readonly NewDevice[];
}

/** What the state holds of a device; of its long hardware hash a digest. */
export interface DeviceState extends Omit<DeviceIdentity, "hardwareHash"> {
    deviceId: string;
    /** Only where the program assigns one. */
    policyId?: string;
    hardwareHashDigest?: string;
}

/** What the state holds of a batch: the devices that the program has declared, and that are registered. */
export interface BatchState {
    customerId: string;
    batchId: string;
    devices: readonly DeviceState[];
    /** Work that was accepted, and not seen to its end. */
    pendingWork?: {
        jobId: string;
        /** Those that it registers. */
        devices: readonly Omit<DeviceIdentity, "hardwareHash">[];
    };
}
