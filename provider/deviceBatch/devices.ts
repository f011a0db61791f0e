import { createHash } from "node:crypto";
import type { DeviceIdentity, NewDevice } from "../partnercenter/deviceBatches";
import { sameName } from "../validation/sameName";
import type { BatchInputs, DeviceState } from "./shapes";

/** What the service answers may hold `null`, or an empty text, where there is nothing. */
type Named = { [Name in "serialNumber" | "productKey"]?: string | null | undefined };

/** The devices of a program, each with the policy that it shall have. */
export function wantedDevices({ policyId, devices }: BatchInputs): NewDevice[] {
    return devices.map((device) => ({ ...(policyId !== undefined && { policyId }), ...device }));
}

/** Whether two are one device: what both say of serial number and product key is the same. */
export function isSameDevice(one: Named, other: Named): boolean {
    const shared = (["serialNumber", "productKey"] as const).filter(
        (name) => one[name] && other[name],
    );
    return shared.length > 0 && shared.every((name) => sameName(one[name], other[name]));
}

/** Whether a device got another hardware: it must be registered anew. */
export function isOtherHardware(wanted: NewDevice, { hardwareHashDigest }: DeviceState): boolean {
    const digest = digestOf(wanted);
    return (
        digest !== undefined && hardwareHashDigest !== undefined && digest !== hardwareHashDigest
    );
}

/** Stands for the hardware hash, which has 4,000 characters. */
export function digestOf({ hardwareHash }: DeviceIdentity): string | undefined {
    return hardwareHash === undefined
        ? undefined
        : createHash("sha256").update(hardwareHash).digest("base64url");
}

export function inWords({ serialNumber, productKey }: Named): string {
    return serialNumber ? `serial number ${serialNumber}` : `product key ${productKey}`;
}

/** What the service tells of a device, without its long hardware hash. */
export function briefly({
    hardwareHash: _,
    ...identity
}: DeviceIdentity): Omit<DeviceIdentity, "hardwareHash"> {
    const { serialNumber, productKey, oemManufacturerName, modelName } = identity;
    return {
        ...(serialNumber && { serialNumber }),
        ...(productKey && { productKey }),
        ...(oemManufacturerName && { oemManufacturerName }),
        ...(modelName && { modelName }),
    };
}
