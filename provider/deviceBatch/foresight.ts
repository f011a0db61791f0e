import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle";
import { sameName } from "../sameName";
import { isSameDevice, wantedDevices } from "./devices";
import { heldDevices } from "./held";
import type { BatchInputs } from "./shapes";

/** What is there already, and whether the policies are. */
export async function foreseeBatch(
    inputs: BatchInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("createDeviceBatch");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerDeviceBatch: ${obstacle}`] });
    }
    return context.isComplete
        ? foresightOf(await foreseeDevices(inputs, context), await foreseePolicies(inputs, context))
        : foresightOf();
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

async function foreseePolicies(
    inputs: BatchInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const { customerId } = inputs;
    const wanted = new Set(wantedDevices(inputs).flatMap(({ policyId }) => policyId ?? []));
    const held =
        wanted.size === 0
            ? undefined
            : await inquiry.ask(
                  "which configuration policies a customer has",
                  customerId,
                  (client) => client.configurationPolicies.list(customerId),
              );
    return {
        problems: [...wanted]
            .filter((policyId) => held?.some(({ id }) => sameName(id, policyId)) === false)
            .map(
                (policyId) =>
                    `policyId: customer ${customerId} has no configuration policy ${policyId}.`,
            ),
    };
}
