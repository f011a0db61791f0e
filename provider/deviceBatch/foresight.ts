import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { isSameDevice } from "./devices";
import { heldDevices } from "./held";
import type { BatchInputs } from "./shapes";

/** Whether this sign-in may make a batch, and what is there already. */
export async function foreseeBatch(
    inputs: BatchInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("createDeviceBatch");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerDeviceBatch: ${obstacle}`] });
    }
    return context.isComplete ? foresightOf(await foreseeDevices(inputs, context)) : foresightOf();
}

async function foreseeDevices(
    { customerId, batchId, devices }: BatchInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const held = await inquiry.ask(
        "which devices a batch has",
        `${customerId}/${batchId}`,
        async (client) => (await heldDevices({ customerId, batchId }, client)) ?? [],
    );
    const there = devices.filter((one) => held?.some((device) => isSameDevice(one, device)));
    return there.length === 0
        ? {}
        : {
              notes: [
                  `${there.length} of ${devices.length} devices of the batch "${batchId}" of customer ${customerId} are registered already, and are taken over.`,
              ],
          };
}
