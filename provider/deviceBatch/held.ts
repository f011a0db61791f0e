import type { PartnerCenter } from "../partnercenter/client";
import { policyCategory } from "../partnercenter/configurationPolicies";
import type { DeviceIdentity, DeviceResource } from "../partnercenter/deviceBatches";
import { unlessGone } from "../partnercenter/errors";
import { guidPattern } from "../validation/guid";
import { sameName } from "../validation/sameName";
import { briefly, digestOf } from "./devices";
import type { BatchState, DeviceState } from "./shapes";

/** A registered device, as the service lists it. */
export interface HeldDevice extends Omit<DeviceIdentity, "hardwareHash"> {
    deviceId: string;
    /** What its policy may be: the service may tell a name that several have. */
    policyIds: readonly string[];
}

/** The devices of a batch; `undefined` where the service knows no such batch. */
export async function heldDevices(
    { customerId, batchId }: Pick<BatchState, "customerId" | "batchId">,
    client: PartnerCenter,
): Promise<HeldDevice[] | undefined> {
    const listed = await unlessGone(client.deviceBatches.listDevices(customerId, batchId));
    const shown = listed?.flatMap((device) => policyOf(device) ?? []) ?? [];
    const areIds = shown.every((policy) => guidPattern.test(policy));
    const policies = areIds ? [] : await client.configurationPolicies.list(customerId);
    return listed?.map((device) => {
        const policy = policyOf(device);
        const named = policies.filter(({ name }) => name === policy).map(({ id }) => id);
        return {
            ...briefly(device),
            deviceId: device.id,
            policyIds: named.length > 0 || policy === undefined ? named : [policy],
        };
    });
}

function policyOf({ policies = [] }: DeviceResource): string | undefined {
    return policies.find(({ key }) => key === policyCategory)?.value ?? undefined;
}

export function hasPolicy({ policyIds }: HeldDevice, policyId: string): boolean {
    return policyIds.some((one) => sameName(one, policyId));
}

/**
 * A device's state. What the program says of it stands as it was said.
 *
 * @param declared The device in the program, or in the state before.
 * @param policyId The policy that it shall have, or had: without one, none is shown.
 */
export function toDeviceState(
    declared: DeviceIdentity & { hardwareHashDigest?: string },
    held: HeldDevice,
    policyId: string | undefined,
): DeviceState {
    const digest = digestOf(declared) ?? declared.hardwareHashDigest;
    const [shown] = held.policyIds;
    const policy = policyId !== undefined && hasPolicy(held, policyId) ? policyId : shown;
    return {
        deviceId: held.deviceId,
        ...briefly(held),
        ...briefly(declared),
        ...(policyId !== undefined && policy !== undefined && { policyId: policy }),
        ...(digest && { hardwareHashDigest: digest }),
    };
}
