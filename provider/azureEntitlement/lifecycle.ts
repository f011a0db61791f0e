import { compositeId, partsOf } from "../lifecycle/compositeId";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { AzureEntitlementResource } from "../partnercenter/azureEntitlements";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { cancelEntitlement, hasEnded } from "./cancellation";
import type { AzureEntitlementInputs, AzureEntitlementState } from "./shapes";
import { identityChanges, problemsOf, waysToRemove } from "./validation";

/** The life of an Azure subscription as Partner Center sees it: it is there, and can be cancelled. */
export const azureEntitlementLifecycle = {
    secrets: [],

    nameOf({ entitlementId }, { isUnknown }) {
        return isUnknown(entitlementId)
            ? "an Azure subscription"
            : `the Azure subscription ${entitlementId}`;
    },

    check(olds, news, context) {
        const inputs = { ...news, deletionPolicy: news.deletionPolicy ?? "prevent" };
        return { inputs, problems: problemsOf(olds, inputs, context), warnings: [] };
    },

    foresee: foreseeTakingOver,

    diff(_id, state, news) {
        const replaces = identityChanges(state, news);
        const changes =
            replaces.length > 0 ||
            state.deletionPolicy !== news.deletionPolicy ||
            state.cancellationReason !== news.cancellationReason;
        return { changes, replaces };
    },

    /** It is there already: the Azure plan brought it, or somebody has made it in Azure. */
    async create(inputs, client) {
        const held = await patiently(() => client.azureEntitlements.get(inputs), client);
        const { customerId, subscriptionId, entitlementId } = inputs;
        return {
            id: compositeId(customerId, subscriptionId, entitlementId),
            state: toState(inputs, held),
        };
    },

    /** One that was cancelled is still there, since the Azure portal can reactivate it. */
    async read(id, state, client) {
        const ids = partsOf(id, ["customerId", "subscriptionId", "entitlementId"]);
        const held = await unlessGone(client.azureEntitlements.get(ids));
        // Who looks one up knows the id alone.
        const { deletionPolicy = "prevent" } = state as Partial<AzureEntitlementState>;
        return held && toState({ ...state, ...ids, deletionPolicy }, held);
    },

    async update(_id, { friendlyName, status }, news) {
        return { ...news, ...(friendlyName && { friendlyName }), ...(status && { status }) };
    },

    async delete(_id, state, client, tell) {
        switch (state.deletionPolicy) {
            case "retain":
                return;
            case "cancel":
                return await cancelEntitlement(state, client(), tell);
            default:
                throw new PartnerCenterError(
                    `The Azure subscription ${state.entitlementId} is not removed: deletionPolicy is "prevent". ${waysToRemove}`,
                );
        }
    },
} satisfies Lifecycle<AzureEntitlementInputs, AzureEntitlementState>;

/** Whether it is there; nothing is done to it. */
async function foreseeTakingOver(
    inputs: AzureEntitlementInputs,
    { isComplete, client }: ForesightContext,
): Promise<Foresight> {
    if (!isComplete) {
        return foresightOf();
    }
    const { customerId, subscriptionId, entitlementId } = inputs;
    const held = await unlessGone(client().azureEntitlements.get(inputs));
    if (held === undefined) {
        return foresightOf({
            problems: [
                `entitlementId: the Azure plan ${subscriptionId} of the customer ${customerId} has no Azure subscription ${entitlementId}. Check the three ids.`,
            ],
        });
    }
    return hasEnded(held)
        ? foresightOf({
              warnings: [
                  `entitlementId: the Azure subscription ${entitlementId} is ${held.status}. The Azure portal alone can reactivate it, while its Azure plan is active.`,
              ],
          })
        : foresightOf();
}

function toState(
    {
        customerId,
        subscriptionId,
        entitlementId,
        cancellationReason,
        deletionPolicy,
    }: AzureEntitlementInputs,
    { friendlyName, status }: AzureEntitlementResource,
): AzureEntitlementState {
    return {
        customerId,
        subscriptionId,
        entitlementId,
        ...(cancellationReason && { cancellationReason }),
        deletionPolicy,
        ...(friendlyName && { friendlyName }),
        ...(status && { status }),
    };
}
