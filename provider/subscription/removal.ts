import type { PartnerCenter } from "../partnercenter/client";
import { ApiError, isGone, PartnerCenterError } from "../partnercenter/errors";
import type { SubscriptionResource } from "../partnercenter/types";
import type { SubscriptionState } from "./shapes";
import { readCurrent } from "./transition/history";
import { hasEnded } from "./twins";

/** What a protected subscription's owner can do. */
export const waysToRemove =
    'Deploy one of these first: deletionPolicy "retain" (forget the subscription here; it goes on, and is paid for), "suspend" (nobody can use it; it is not paid back) or "cancel" (it ends; possible for some days after it was bought or renewed).';

/** Suspends a subscription; that it is suspended or over already is success. */
export async function suspend(
    id: string,
    { customerId }: SubscriptionState,
    client: PartnerCenter,
): Promise<void> {
    await unlessGone(async () => {
        const held = await readCurrent(customerId, id, client);
        if (!hasEnded(held) && held.status?.toLowerCase() !== "suspended") {
            await client.subscriptions.change(customerId, { ...held, status: "suspended" });
        }
    });
}

/** Cancels a subscription within its window; that it is over already is success. */
export async function cancel(
    id: string,
    { customerId }: SubscriptionState,
    client: PartnerCenter,
): Promise<void> {
    await unlessGone(async () => {
        const held = await readCurrent(customerId, id, client);
        if (hasEnded(held)) {
            return;
        }
        const until = Date.parse(held.cancellationAllowedUntilDate ?? "");
        if (until < Date.now()) {
            throw tooLate(held);
        }
        try {
            await client.subscriptions.change(customerId, { ...held, status: "deleted" });
        } catch (error) {
            throw error instanceof ApiError && !isGone(error) ? refused(held, error) : error;
        }
    });
}

const afterTheWindow =
    'Deploy deletionPolicy "suspend" or "retain", and autoRenewEnabled: false, so that it ends with its term.';

function tooLate({ id, offerName, ...held }: SubscriptionResource): PartnerCenterError {
    return new PartnerCenterError(
        `The subscription ${id} (${offerName}) cannot be cancelled: that was possible until ${held.cancellationAllowedUntilDate}. It is bound until ${held.commitmentEndDate}. ${afterTheWindow}`,
    );
}

function refused(
    {
        id,
        offerName,
        cancellationAllowedUntilDate: until = "a date that it does not say",
    }: SubscriptionResource,
    refusal: ApiError,
): PartnerCenterError {
    return new PartnerCenterError(
        `${refusal.message}\n  The subscription ${id} (${offerName}) can be cancelled until ${until}. ${afterTheWindow}`,
        { cause: refusal },
    );
}

async function unlessGone(work: () => Promise<void>): Promise<void> {
    try {
        await work();
    } catch (error) {
        if (!isGone(error)) {
            throw error;
        }
    }
}
