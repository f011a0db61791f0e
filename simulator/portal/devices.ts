import { randomUUID } from "node:crypto";
import type { Portal } from "../portal";
import type { Service } from "../service";
import { type Changes, requireHeld, withChanged } from "./changes";

/** What becomes of devices and their configuration policies. */
export function devicePortal(
    { settings }: Service,
    { changeCustomer }: Changes,
): Pick<Portal, "removeDevice" | "assignPolicy" | "addDevice" | "changePolicy"> {
    const today = () => new Date(settings.now()).toISOString();
    return {
        removeDevice: (id, deviceId) =>
            changeCustomer(id, ({ devices = [] }) => {
                requireHeld(devices, "device", deviceId);
                return { devices: devices.filter((device) => device.id !== deviceId) };
            }),
        assignPolicy: (id, deviceId, policyId) =>
            changeCustomer(id, ({ devices = [] }) => ({
                devices: withChanged(devices, "device", deviceId, ({ policyId: _, ...device }) => ({
                    ...device,
                    ...(policyId && { policyId }),
                })),
            })),
        addDevice: (id, batchId, identity) => {
            const device = { ...identity, id: randomUUID(), batchId, uploadedDate: today() };
            changeCustomer(id, ({ devices = [] }) => ({ devices: [...devices, device] }));
            return device.id;
        },
        changePolicy: (id, policyId, changed) =>
            changeCustomer(id, ({ configurationPolicies = [] }) => ({
                configurationPolicies: withChanged(
                    configurationPolicies,
                    "policy",
                    policyId,
                    (policy) => ({ ...policy, ...changed, lastModifiedDate: today() }),
                ),
            })),
    };
}
