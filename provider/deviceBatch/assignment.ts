import type { PartnerCenter } from "../partnercenter/client";
import type { DeviceJobResource, NewDevice } from "../partnercenter/deviceBatches";
import { sameName } from "../validation/sameName";
import { inWords, isSameDevice } from "./devices";
import { type HeldDevice, hasPolicy, heldDevices } from "./held";
import { hasFailed, whyFailed } from "./job";
import type { BatchState, DeviceState } from "./shapes";

/** The policies to assign, or to take away, by the devices' ids. */
type PolicyChanges = ReadonlyMap<string, string | null>;

/** What is to be done so that each device has the policy that the program wants. */
export function policyChanges(
    wanted: readonly NewDevice[],
    known: readonly DeviceState[],
    held: readonly HeldDevice[],
): PolicyChanges {
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

/** Devices after policies were assigned, and what is said of each for which that failed. */
interface Assignment {
    held: HeldDevice[];
    failures: string[];
}

/** The devices as the work has left them. */
export function afterAssignment(
    changes: PolicyChanges,
    held: readonly HeldDevice[],
    { status = "", devicesStatus = [] }: DeviceJobResource,
): Assignment {
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
            failures.push(failure(device, policyId, whyFailed(outcome ?? {})));
            return device;
        }
        return { ...device, policyIds: policyId === null ? [] : [policyId] };
    });
    return { held: after, failures };
}

/** The devices as the service shows them, after work of which it tells nothing. */
export async function shownAssignment(
    changes: PolicyChanges,
    batch: Pick<BatchState, "customerId" | "batchId">,
    client: PartnerCenter,
): Promise<Assignment> {
    const held = (await heldDevices(batch, client)) ?? [];
    const failures = held.flatMap((device) => {
        const policyId = changes.get(device.deviceId);
        if (policyId === undefined) {
            return [];
        }
        const isDone =
            policyId === null ? device.policyIds.length === 0 : hasPolicy(device, policyId);
        return isDone ? [] : [failure(device, policyId, "the service does not show it yet")];
    });
    return { held, failures };
}

function failure(device: HeldDevice, policyId: string | null, why: string): string {
    const what = policyId === null ? "keeps its policy" : `did not get policy ${policyId}`;
    return `${inWords(device)}: ${what}: ${why}.`;
}
