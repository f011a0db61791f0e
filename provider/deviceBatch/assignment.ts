import type { DeviceJobResource, NewDevice } from "../partnercenter/deviceBatches";
import { sameName } from "../validation/sameName";
import { inWords, isSameDevice } from "./devices";
import { type HeldDevice, hasPolicy } from "./held";
import { hasFailed, whyFailed } from "./job";
import type { DeviceState } from "./shapes";

/** The policies to assign, or to take away, by the devices' ids. */
export function policyChanges(
    wanted: readonly NewDevice[],
    known: readonly DeviceState[],
    held: readonly HeldDevice[],
): Map<string, string | null> {
    const changes = new Map<string, string | null>();
    for (const one of wanted) {
        const device = held.find((other) => isSameDevice(one, other));
        const before = known.find((other) => isSameDevice(one, other))?.policyId;
        if (device === undefined) {
            continue;
        }
        if (one.policyId !== undefined && !hasPolicy(device, one.policyId)) {
            changes.set(device.deviceId, one.policyId);
        }
        // Without a policy in the program, only one that it has assigned itself is taken away.
        if (one.policyId === undefined && before !== undefined && hasPolicy(device, before)) {
            changes.set(device.deviceId, null);
        }
    }
    return changes;
}

/** The devices as the work has left them, and what is said of each that it failed for. */
export function afterAssignment(
    changes: ReadonlyMap<string, string | null>,
    held: readonly HeldDevice[],
    { status = "", devicesStatus = [] }: DeviceJobResource,
): { held: HeldDevice[]; failures: string[] } {
    const failed = devicesStatus.filter(hasFailed);
    // Where no device is named, it may be any of them.
    const isOpen = failed.length === 0 && /error/i.test(status);
    const failures: string[] = [];
    const after = held.map((device) => {
        const policyId = changes.get(device.deviceId);
        const outcome = failed.find(
            (one) => sameName(one.deviceId, device.deviceId) || isSameDevice(one, device),
        );
        if (policyId === undefined) {
            return device;
        }
        if (outcome !== undefined || isOpen) {
            const what = policyId === null ? "keeps its policy" : `did not get policy ${policyId}`;
            failures.push(`${inWords(device)}: ${what}: ${whyFailed(outcome ?? {})}.`);
            return device;
        }
        return { ...device, policyIds: policyId === null ? [] : [policyId] };
    });
    return { held: after, failures };
}
