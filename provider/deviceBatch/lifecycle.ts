import { compositeId, partsOf } from "../lifecycle/compositeId";
import type { Lifecycle } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import type { NewDevice } from "../partnercenter/deviceBatches";
import { unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { changeBatch, deleteDevices, settledBatch } from "./change";
import { isOtherHardware, isSameDevice, wantedDevices } from "./devices";
import { foreseeBatch } from "./foresight";
import { type HeldDevice, heldDevices, toDeviceState } from "./held";
import type { BatchInputs, BatchState, DeviceState } from "./shapes";
import { problemsOf } from "./validation";

/** The life of a batch: its devices are registered, get policies, and are deleted; the batch itself stays. */
export const deviceBatchLifecycle = {
    secrets: [],

    nameOf({ batchId }, { isUnknown }) {
        return typeof batchId === "string" && !isUnknown(batchId)
            ? `the batch ${batchId}`
            : "a batch of devices";
    },

    check(olds, news, context) {
        return { inputs: news, problems: problemsOf(olds, news, context), warnings: [] };
    },

    foresee: foreseeBatch,

    /** Another customer or name is another batch; devices and policies change in place. */
    diff(_id, state, news) {
        const replaces = (["customerId", "batchId"] as const).filter(
            (name) => !sameName(state[name], news[name]),
        );
        const wanted = wantedDevices(news);
        const isDeclared = (known: DeviceState) => wanted.some((one) => isSameDevice(one, known));
        const changes =
            replaces.length > 0 ||
            state.pendingWork !== undefined ||
            !state.devices.every(isDeclared) ||
            !wanted.every((one) => isAsDeclared(one, state.devices));
        return { changes, replaces };
    },

    /** Devices that are in the batch already count as registered. */
    async create(inputs, client, tell) {
        const { customerId, batchId } = inputs;
        const state = await changeBatch(inputs, { customerId, batchId, devices: [] }, client, tell);
        return { id: compositeId(customerId, batchId), state };
    },

    /**
     * The program's devices that are still there; without a state, all that are there. While work goes
     * on, the service need not show the batch yet.
     */
    async read(id, state, client) {
        const batch = partsOf(id, ["customerId", "batchId"]);
        const { devices: known, pendingWork } = state as Partial<BatchState>;
        const held =
            (await heldDevices(batch, client)) ??
            (pendingWork && (await emptyWhile(pendingWork.jobId, batch.customerId, client)));
        return (
            held && {
                ...batch,
                devices: held.flatMap((device) => {
                    const before = known?.find(({ deviceId }) => deviceId === device.deviceId);
                    const isShown = known === undefined || before !== undefined;
                    const policyId = known === undefined ? device.policyIds[0] : before?.policyId;
                    return isShown ? [toDeviceState(before ?? {}, device, policyId)] : [];
                }),
                ...(pendingWork && { pendingWork }),
            }
        );
    },

    async update(_id, state, news, client, tell) {
        return await changeBatch(news, state, client, tell);
    },

    /** No call deletes a batch: its devices go, of which those that others have added stay. */
    async delete(_id, state, client, tell) {
        const { customerId, batchId } = state;
        const deleting = client();
        const { known } =
            state.pendingWork === undefined
                ? { known: state.devices }
                : await settledBatch(state, deleting, tell);
        await deleteDevices(state, known, deleting);
        tell(
            `The batch "${batchId}" of customer ${customerId} stays in Partner Center, without these devices: no call deletes a batch.`,
        );
    },
} satisfies Lifecycle<BatchInputs, BatchState>;

/** No device, as long as the service knows of the work that is to bring some. */
async function emptyWhile(
    jobId: string,
    customerId: string,
    client: PartnerCenter,
): Promise<HeldDevice[] | undefined> {
    const job = await unlessGone(client.deviceBatches.getJob(customerId, jobId));
    return job && [];
}

function isAsDeclared(one: NewDevice, devices: readonly DeviceState[]): boolean {
    const known = devices.find((device) => isSameDevice(one, device));
    return (
        known !== undefined &&
        !isOtherHardware(one, known) &&
        sameName(one.policyId, known.policyId)
    );
}
