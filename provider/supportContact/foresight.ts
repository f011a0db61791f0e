import { knownResellers } from "../customer/validation/online/reseller";
import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { sameName } from "../validation/sameName";
import type { SupportContactInputs } from "./shapes";

/** Whether the reseller is one of the partner's, and the subscription one that has support contacts. */
export async function foreseeContact(
    inputs: SupportContactInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("putSupportContact");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`SubscriptionSupportContact: ${obstacle}`] });
    }
    const [problems, warnings] = await Promise.all([
        resellerProblems(inputs, context),
        subscriptionDoubts(inputs, context),
    ]);
    return foresightOf({ problems, warnings });
}

async function resellerProblems(
    { supportTenantId, supportMpnId }: SupportContactInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<string[]> {
    const known = isUnknown(supportTenantId) ? undefined : await knownResellers(inquiry);
    if (known === undefined) {
        return [];
    }
    const resellers = known === "no indirect provider" ? [] : known;
    const reseller = resellers.find(({ id }) => sameName(id, supportTenantId));
    if (reseller === undefined) {
        const names = resellers.map(({ id, name }) => `${name} (${id})`).join(", ");
        return [
            `supportTenantId: is no reseller of this partner, who has ${names || "none at all"}.`,
        ];
    }
    const theirs = reseller.mpnId ?? reseller.partnerId;
    return theirs === undefined || isUnknown(supportMpnId) || theirs === supportMpnId
        ? []
        : [`supportMpnId: ${reseller.name} has the id ${theirs}.`];
}

/** The documentation says that the new commerce has no such contacts; the service has the last word. */
async function subscriptionDoubts(
    { customerId, subscriptionId }: SupportContactInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<string[]> {
    const held =
        isUnknown(customerId) || isUnknown(subscriptionId)
            ? undefined
            : await inquiry.ask("what a subscription is", `${customerId}/${subscriptionId}`, (at) =>
                  at.subscriptions.get(customerId, subscriptionId),
              );
    return held?.offerId?.includes(":")
        ? [
              "subscriptionId: this is a subscription of the new commerce, for which Partner Center names no support contacts.",
          ]
        : [];
}
