import type { PartnerCenter } from "../partnercenter/client";
import { type ApiError, isRefusal, PartnerCenterError, unlessGone } from "../partnercenter/errors";

/** What a protected customer's owner can do. */
export const waysToRemove =
    'Deploy one of these first: deletionPolicy "retain" (forget the customer here and leave it in Partner Center), "removeRelationship" (end the reseller relationship; the tenant lives on) or "delete" (integration sandbox only).';

/** Ends the reseller relationship; that it has ended already is success. */
export async function removeRelationship(id: string, client: PartnerCenter): Promise<void> {
    try {
        await unlessGone(client.removeRelationship(id));
    } catch (error) {
        throw isRefusal(error) ? await namingSubscriptions(id, error, client) : error;
    }
}

/** Deletes a customer of the integration sandbox; that it is gone already is success. */
export async function deleteFromSandbox(id: string, client: PartnerCenter): Promise<void> {
    await unlessGone(client.deleteCustomer(id));
}

/** A relationship cannot end while something is subscribed: say what. */
async function namingSubscriptions(
    id: string,
    refusal: ApiError,
    client: PartnerCenter,
): Promise<Error> {
    const active = (await client.getSubscriptions(id).catch(() => []))
        .filter(({ status }) => status === "active")
        .map(
            (subscription) =>
                `${subscription.friendlyName ?? subscription.offerName} (${subscription.id})`,
        );
    return active.length === 0
        ? refusal
        : new PartnerCenterError(
              `${refusal.message}\n  Active subscriptions stand in the way; suspend them first: ${active.join(", ")}.`,
              { cause: refusal },
          );
}
