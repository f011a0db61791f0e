import type { PartnerCenter } from "../partnercenter/client";
import {
    type ApiError,
    isRefusal,
    isStaleEtag,
    PartnerCenterError,
    unlessGone,
} from "../partnercenter/errors";
import type { SubscriptionResource } from "../partnercenter/types";
import { sameName } from "../validation/sameName";
import { readUntil } from "./shown";
import { type KnownSubscription, readCurrent, refuseUnseen } from "./transition/history";
import { hasEnded } from "./twins";

/** What a protected subscription's owner can do. */
export const waysToRemove =
    'Deploy one of these first: deletionPolicy "retain" (forget the subscription here; it goes on, and is paid for), "suspend" (nobody can use it; it is not paid back) or "cancel" (it ends; possible for some days after it was bought or renewed).';

/** Suspends a subscription; that it is suspended or over already is success. */
export async function suspend(known: KnownSubscription, client: PartnerCenter): Promise<void> {
    await unlessGone(end(known, "suspended", client));
}

/** Cancels a subscription within its window; that it is over already is success. */
export async function cancel(known: KnownSubscription, client: PartnerCenter): Promise<void> {
    await unlessGone(end(known, "deleted", client));
}

type End = "suspended" | "deleted";

/** What is not shown in the end may not have come about, and would go on being paid for. */
async function end(known: KnownSubscription, status: End, client: PartnerCenter): Promise<void> {
    const { customerId } = known;
    const held = await readCurrent(known, client);
    if (hasCome(status, held)) {
        return;
    }
    refuseUnseen(known, held);
    if (status === "deleted" && Date.parse(held.cancellationAllowedUntilDate ?? "") < Date.now()) {
        throw tooLate(held);
    }
    const answer = await write(customerId, held, status, client);
    const isShown = (one: SubscriptionResource) => hasCome(status, one);
    const shown = await readUntil(isShown, answer, customerId, client);
    if (!isShown(shown)) {
        throw new PartnerCenterError(
            `Partner Center accepted the end of the subscription ${held.id} (${held.offerName}), but still shows it as ${shown.status}, and not as ${status}. Run the operation again to wait for it.`,
        );
    }
}

function hasCome(status: End, held: SubscriptionResource): boolean {
    return hasEnded(held) || sameName(held.status, status);
}

async function write(
    customerId: string,
    held: SubscriptionResource,
    status: End,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    const send = async (current: SubscriptionResource) =>
        (await client.subscriptions.change(customerId, { ...current, status })) ?? current;
    try {
        return await send(held);
    } catch (error) {
        if (!isRefusal(error)) {
            throw error;
        }
        // An attempt whose answer was lost may be why the next one is refused, or somebody's change.
        const current = await client.subscriptions.get(customerId, held.id);
        if (hasCome(status, current)) {
            return current;
        }
        if (isStaleEtag(error)) {
            return await send(current);
        }
        throw status === "deleted" ? refused(held, error) : error;
    }
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
