import { setTimeout as sleep } from "node:timers/promises";
import type { Tell } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import type { DeviceJobResource, DeviceOutcomeResource } from "../partnercenter/deviceBatches";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
import type { BatchState } from "./shapes";

/**
 * Waits until work on a batch's devices is done. Of work that the service knows no more, the devices
 * themselves tell what came.
 *
 * @throws PartnerCenterError when the operation's time is up.
 */
export async function finished(
    jobId: string,
    { customerId, batchId }: Pick<BatchState, "customerId" | "batchId">,
    client: PartnerCenter,
    tell: Tell,
): Promise<DeviceJobResource> {
    for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 10_000)) {
        const job = await unlessGone(client.deviceBatches.getJob(customerId, jobId));
        if (job === undefined || /^finished/i.test(job.status ?? "")) {
            return job ?? {};
        }
        if (Date.now() + waitMs > client.deadline) {
            throw new PartnerCenterError(
                `Partner Center is still at work on the devices of the batch "${batchId}" of customer ${customerId} (${job.status}). \`pulumi up\` goes on waiting, and sends nothing again; the setting retryBudgetSeconds says how long.`,
            );
        }
        if (waitMs === 250) {
            tell(
                `Waiting until Partner Center is done with the devices of the batch "${batchId}".`,
            );
        }
        await sleep(waitMs);
    }
}

export function hasFailed({ status = "", errorCode }: DeviceOutcomeResource): boolean {
    return /error/i.test(status) || (Boolean(errorCode) && !/^finished$/i.test(status));
}

/** What people can do about a device that could not be registered. */
const remedies: Readonly<Record<string, string>> = {
    "802": "the hardware hash is not valid: give it as the device tells it",
    "803": "give productKey, hardwareHash, or serialNumber with oemManufacturerName and modelName",
    "806": "it is registered for this customer already: delete it there, or leave it out here",
    "808": "another organisation has registered it, and must delete it first",
};

export function whyFailed({ errorCode, errorDescription }: DeviceOutcomeResource): string {
    const remedy = remedies[String(errorCode)];
    const said = errorDescription ?? "the service gives no reason";
    return `${said} (${errorCode ?? "no code"})${remedy ? `: ${remedy}` : ""}`;
}
