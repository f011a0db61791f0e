import { setTimeout as sleep } from "node:timers/promises";
import { patienceMs, patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import type { DeviceOutcomeResource, NewDevice } from "../partnercenter/deviceBatches";
import { isRefusal } from "../partnercenter/errors";
import { inWords, isSameDevice } from "./devices";
import { type HeldDevice, heldDevices } from "./held";
import { hasFailed, whyFailed } from "./job";
import type { BatchInputs } from "./shapes";

/**
 * Uploads devices, into a new batch where there is none.
 *
 * @returns The id of the work that was accepted.
 */
export async function upload(
    { customerId, batchId }: BatchInputs,
    devices: readonly NewDevice[],
    isBatchThere: boolean,
    client: PartnerCenter,
): Promise<string> {
    const add = () => client.deviceBatches.addDevices(customerId, batchId, devices);
    if (isBatchThere) {
        return await add();
    }
    const create = () => client.deviceBatches.create(customerId, batchId, devices);
    try {
        return await patiently(create, client);
    } catch (error) {
        if (!isRefusal(error)) {
            throw error;
        }
        // The batch may be there without a device: an attempt whose answer was lost made it, or it was emptied.
        return await add().catch(() => {
            throw error;
        });
    }
}

/** The batch's devices as soon as all are shown that the work has registered, or after a while. */
export async function listedAfter(
    outcomes: readonly DeviceOutcomeResource[],
    uploaded: readonly NewDevice[],
    batch: BatchInputs,
    client: PartnerCenter,
): Promise<{ held: HeldDevice[]; areAllShown: boolean }> {
    const failed = outcomes.filter(hasFailed);
    const registered = uploaded.filter((one) => !failed.some((other) => isSameDevice(one, other)));
    const end = Math.min(client.deadline, Date.now() + patienceMs);
    for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5_000)) {
        const held = (await heldDevices(batch, client)) ?? [];
        const areAllShown = registered.every((one) =>
            held.some((device) => isSameDevice(one, device)),
        );
        if (areAllShown || Date.now() + waitMs > end) {
            return { held, areAllShown };
        }
        await sleep(waitMs);
    }
}

/** What is said of each device that is not registered after all. */
export function registrationFailures(
    uploaded: readonly NewDevice[],
    held: readonly HeldDevice[],
    outcomes: readonly DeviceOutcomeResource[],
): string[] {
    return uploaded
        .filter((one) => !held.some((device) => isSameDevice(one, device)))
        .map((one) => {
            const outcome = outcomes
                .filter(hasFailed)
                .find((candidate) => isSameDevice(one, candidate));
            const reason =
                outcome === undefined ? "is not shown by the service yet" : whyFailed(outcome);
            return `${inWords(one)}: not registered: ${reason}.`;
        });
}
