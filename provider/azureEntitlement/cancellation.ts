import type { Tell } from "../lifecycle/lifecycle";
import { type Pace, waitFor } from "../lifecycle/waiting";
import type { AzureEntitlementResource, EntitlementIds } from "../partnercenter/azureEntitlements";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, isRefusal, PartnerCenterError, unlessGone } from "../partnercenter/errors";
import type { AzureEntitlementState } from "./shapes";

/** The documentation expects ten. */
const timeoutMinutes = 30;

/**
 * Cancels an Azure subscription, and waits until that is shown: before, its Azure plan can be neither
 * suspended nor cancelled. That it is over already is success.
 */
export async function cancelEntitlement(
    { cancellationReason = "", ...ids }: AzureEntitlementState,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<void> {
    if (hasEnded(await unlessGone(client.azureEntitlements.get(ids)))) {
        return;
    }
    await cancel(ids, cancellationReason, client);
    const held = await waitFor({
        ask: () => unlessGone(client.begin().azureEntitlements.get(ids)),
        isOver: hasEnded,
        inWords: (state) =>
            `Waiting until the Azure subscription ${ids.entitlementId} is cancelled: it is still ${state?.status}`,
        timeoutMinutes,
        tell,
        ...(pace && { pace }),
    });
    if (!hasEnded(held)) {
        throw new PartnerCenterError(
            `Partner Center has accepted to cancel the Azure subscription ${ids.entitlementId}, but still shows it as ${held?.status} after ${timeoutMinutes} minutes. Run the operation again to wait for it.`,
        );
    }
    tell(
        `The Azure subscription ${ids.entitlementId} is cancelled. The Azure portal alone can reactivate it, while its Azure plan is active.`,
    );
}

/** An attempt whose answer was lost may be why the next one is refused. */
async function cancel(
    ids: EntitlementIds,
    cancellationReason: string,
    client: PartnerCenter,
): Promise<void> {
    try {
        await client.azureEntitlements.cancel(ids, cancellationReason);
    } catch (error) {
        const isOver =
            isRefusal(error) && hasEnded(await unlessGone(client.azureEntitlements.get(ids)));
        if (!isGone(error) && !isOver) {
            throw error;
        }
    }
}

const ended = ["inactive", "cancelled", "canceled", "disabled", "deleted"];

/** Whether nothing is left to cancel. */
export function hasEnded(held: Pick<AzureEntitlementResource, "status"> | undefined): boolean {
    return held === undefined || ended.includes(held.status?.toLowerCase() ?? "");
}
