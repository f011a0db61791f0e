import { compositeId } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import type { Tell } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import type { NewDevice } from "../partnercenter/deviceBatches";
import { messageOf, PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { afterAssignment, policyChanges, shownAssignment } from "./assignment";
import { briefly, isOtherHardware, isSameDevice, wantedDevices } from "./devices";
import { type HeldDevice, hasPolicy, heldDevices, toDeviceState } from "./held";
import { finished } from "./job";
import { listedAfter, registrationFailures, upload } from "./registration";
import type { BatchInputs, BatchState, DeviceState } from "./shapes";

/**
 * Makes a batch what the program says: deletes devices that it declares no more, registers those that
 * are missing, and assigns policies. What is done already, by a run that was cut short, is not done again.
 *
 * @throws IncompleteResource as soon as the service has accepted anything, and anything after that failed.
 */
export async function changeBatch(
    news: BatchInputs,
    before: BatchState,
    client: PartnerCenter,
    tell: Tell,
): Promise<BatchState> {
    const batch = new Batch(news, before, client, tell);
    try {
        await batch.seePendingWorkDone();
        await batch.deleteSuperfluous();
        const failures = [...(await batch.registerMissing()), ...(await batch.assignPolicies())];
        if (failures.length > 0) {
            throw new PartnerCenterError(
                `Not all devices of the batch "${news.batchId}" of customer ${news.customerId} are as declared; \`pulumi up\` tries again:\n${failures.map((failure) => `  - ${failure}`).join("\n")}`,
            );
        }
        return batch.state;
    } catch (error) {
        throw batch.isChanged
            ? new IncompleteResource(compositeId(news.customerId, news.batchId), batch.state, [
                  messageOf(error),
              ])
            : error;
    }
}

/** A batch on its way from what it was to what is declared. */
class Batch {
    readonly #news: BatchInputs;
    readonly #before: BatchState;
    readonly #client: PartnerCenter;
    readonly #tell: Tell;
    readonly #wanted: readonly NewDevice[];
    /** The program's, of which some may be gone. */
    #known: readonly DeviceState[] = [];
    #held: readonly HeldDevice[] = [];
    #pendingWork: BatchState["pendingWork"];
    isChanged = false;

    constructor(news: BatchInputs, before: BatchState, client: PartnerCenter, tell: Tell) {
        this.#news = news;
        this.#before = before;
        this.#client = client;
        this.#tell = tell;
        this.#wanted = wantedDevices(news);
    }

    get state(): BatchState {
        const { customerId, batchId } = this.#news;
        const pendingWork = this.#pendingWork;
        return {
            customerId,
            batchId,
            devices: this.#wanted.flatMap((one) => {
                const held = this.#held.find((device) => isSameDevice(one, device));
                const known = this.#known.find((device) => isSameDevice(one, device));
                if (held === undefined) {
                    return [];
                }
                // What is to be taken away stands there until it is.
                const left = known?.policyId;
                const isLeft = left !== undefined && hasPolicy(held, left);
                const policyId = one.policyId ?? (isLeft ? left : undefined);
                return [toDeviceState({ ...known, ...one }, held, policyId)];
            }),
            ...(pendingWork && { pendingWork }),
        };
    }

    async seePendingWorkDone(): Promise<void> {
        const settled = await settledBatch(this.#before, this.#client, this.#tell);
        this.#known = settled.known;
        this.#held = settled.held;
    }

    /** Those that the program declares no more, or whose hardware is another one. */
    async deleteSuperfluous(): Promise<void> {
        const superfluous = this.#known.filter(
            (known) =>
                !this.#wanted.some(
                    (one) => isSameDevice(one, known) && !isOtherHardware(one, known),
                ),
        );
        await deleteDevices(this.#news, superfluous, this.#client);
        const isDeleted = ({ deviceId }: { deviceId: string }) =>
            superfluous.some((one) => one.deviceId === deviceId);
        this.#known = this.#known.filter((one) => !isDeleted(one));
        this.#held = this.#held.filter((one) => !isDeleted(one));
        this.isChanged ||= superfluous.length > 0;
    }

    async registerMissing(): Promise<string[]> {
        const missing = this.#wanted.filter(
            (one) => !this.#held.some((device) => isSameDevice(one, device)),
        );
        if (missing.length === 0) {
            return [];
        }
        const isBatchThere = this.#held.length > 0;
        const jobId = await upload(this.#news, missing, isBatchThere, this.#client);
        const { devicesStatus = [] } = await this.#wait({ jobId, devices: missing.map(briefly) });
        const { held, areAllShown } = await listedAfter(
            devicesStatus,
            missing,
            this.#news,
            this.#client,
        );
        this.#held = held;
        // What is not shown yet may come, and is the program's then.
        if (areAllShown) {
            this.#pendingWork = undefined;
        }
        return registrationFailures(missing, held, devicesStatus);
    }

    async assignPolicies(): Promise<string[]> {
        const changes = policyChanges(this.#wanted, this.#known, this.#held);
        if (changes.size === 0) {
            return [];
        }
        const earlier = this.#pendingWork;
        const { customerId } = this.#news;
        const jobId = await this.#client.deviceBatches.assignPolicies(customerId, changes);
        const job = await this.#wait({ jobId, devices: earlier?.devices ?? [] });
        const { held, failures } =
            job.status === undefined
                ? await shownAssignment(changes, this.#news, this.#client)
                : afterAssignment(changes, this.#held, job);
        this.#held = held;
        this.#pendingWork = earlier;
        return failures;
    }

    async #wait(work: NonNullable<BatchState["pendingWork"]>) {
        this.isChanged = true;
        this.#pendingWork = work;
        return await finished(work.jobId, this.#news, this.#client, this.#tell);
    }
}

/**
 * A batch after work that an earlier run did not see to its end: what is listed, and what of it is the
 * program's.
 */
export async function settledBatch(
    { pendingWork, ...batch }: BatchState,
    client: PartnerCenter,
    tell: Tell,
): Promise<{ known: readonly DeviceState[]; held: readonly HeldDevice[] }> {
    if (pendingWork !== undefined) {
        await finished(pendingWork.jobId, batch, client, tell);
    }
    const held = (await heldDevices(batch, client)) ?? [];
    const come = (pendingWork?.devices ?? []).flatMap((one) => {
        const device = held.find((other) => isSameDevice(one, other));
        return device === undefined ? [] : [toDeviceState(one, device, undefined)];
    });
    return { known: [...batch.devices, ...come], held };
}

/** One that is gone already is gone. */
export async function deleteDevices(
    { customerId, batchId }: Pick<BatchState, "customerId" | "batchId">,
    devices: readonly DeviceState[],
    client: PartnerCenter,
): Promise<void> {
    const deletions = await Promise.allSettled(
        devices.map(({ deviceId }) =>
            unlessGone(client.deviceBatches.deleteDevice(customerId, batchId, deviceId)),
        ),
    );
    const failed = deletions.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") {
        throw failed.reason;
    }
}
