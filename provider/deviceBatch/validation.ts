import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import type { NewDevice } from "../partnercenter/deviceBatches";
import { whyMissing } from "../partnercenter/operations";
import { guid, required, shapeProblems } from "../validation/shape";
import { isSameDevice } from "./devices";
import type { BatchInputs } from "./shapes";

const batch = v.strictObject({
    customerId: guid,
    batchId: v.pipe(required, v.regex(/^[^/]*$/, "must have no slash")),
    policyId: v.optional(guid),
    devices: v.pipe(
        v.array(
            v.strictObject({
                serialNumber: v.optional(required),
                productKey: v.optional(required),
                hardwareHash: v.optional(required),
                oemManufacturerName: v.optional(required),
                modelName: v.optional(required),
                policyId: v.optional(guid),
            }),
        ),
        v.minLength(1, "must name at least one device"),
    ),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(
    olds: BatchInputs | undefined,
    news: BatchInputs,
    context: CheckContext,
): string[] {
    const missing = whyMissing(context.cloud, "createDeviceBatch");
    const devices: readonly unknown[] = Array.isArray(news.devices) ? news.devices : [];
    const isKnown = (device: NewDevice) =>
        olds?.devices.some((old) => isSameDevice(old, device)) === true;
    return [
        ...(missing === undefined ? [] : [`CustomerDeviceBatch: ${missing}`]),
        ...shapeProblems("CustomerDeviceBatch", batch, news, context),
        ...devices.flatMap((device, index) =>
            isDevice(device)
                ? deviceProblems(device, isKnown(device), devices.slice(0, index), context).map(
                      (problem) => `devices.${index}: ${problem}`,
                  )
                : [],
        ),
    ];
}

function isDevice(value: unknown): value is NewDevice {
    return typeof value === "object" && value !== null;
}

function deviceProblems(
    device: NewDevice,
    isKnown: boolean,
    earlier: readonly unknown[],
    { isUnknown }: CheckContext,
): string[] {
    const { serialNumber, productKey, hardwareHash, oemManufacturerName, modelName } = device;
    if (Object.values(device).some(isUnknown)) {
        return [];
    }
    if (serialNumber === undefined && productKey === undefined) {
        return ["needs serialNumber or productKey, by which the service lists it."];
    }
    const twin = earlier.findIndex((other) => isDevice(other) && isSameDevice(other, device));
    const isIdentified = productKey ?? hardwareHash ?? (oemManufacturerName && modelName);
    return [
        ...(isIdentified || isKnown
            ? []
            : [
                  "needs productKey, hardwareHash, or oemManufacturerName and modelName beside serialNumber.",
              ]),
        ...(twin === -1 ? [] : [`is the same device as devices.${twin}.`]),
    ];
}
