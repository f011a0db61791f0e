import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, messageOf, PartnerCenterError } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { azureSubscriptionsOf, waitForAzureSubscription } from "./azureSubscriptions";
import { reactivate, settle, writeChange } from "./change";
import { completed } from "./completed";
import { isTransition, replacingChanges } from "./identity";
import { orderSubscription } from "./order";
import { cancel, suspend, waysToRemove } from "./removal";
import type { SubscriptionInputs, SubscriptionState } from "./shapes";
import { findExisting, foreseeTakeover } from "./takeover";
import { foreseeTransition } from "./transition/foresight";
import { type KnownSubscription, readCurrent, refuseUnseen } from "./transition/history";
import { hasBecome, makeTransition } from "./transition/transition";
import { hasEnded } from "./twins";
import { advice } from "./validation/advice";
import { foreseeOrder } from "./validation/foreseeOrder";
import { validate } from "./validation/validate";
import { toState, wantedChange } from "./wire";

/** The life of a subscription: what a preview says of its order, the order, and its end. */
export const subscriptionLifecycle: Lifecycle<SubscriptionInputs, SubscriptionState> = {
    secrets: [],

    nameOf({ friendlyName }, { isUnknown }) {
        return typeof friendlyName === "string" && !isUnknown(friendlyName)
            ? friendlyName
            : "a subscription";
    },

    /** Before anything is bought: what can be known to be wrong is said, all of it at once. */
    check(olds, news, context) {
        const inputs = { ...completed(news), deletionPolicy: news.deletionPolicy ?? "prevent" };
        return {
            inputs,
            problems: validate(olds, inputs, context),
            warnings: advice(olds, inputs, context),
        };
    },

    /** What the order would buy, and what stands in its way. */
    async foresee(inputs, context) {
        return inputs.existingSubscriptionId === undefined
            ? await foreseeOrder(inputs, context)
            : await foreseeTakeover(inputs.existingSubscriptionId, inputs, context);
    },

    /** Another offer is a transition, another term or customer another purchase; the rest changes in place. */
    diff(id, state, news) {
        refuseOtherSubscription(id, news);
        const replaces = replacingChanges(state, news);
        const changes =
            replaces.length > 0 ||
            isTransition(state, news) ||
            Object.keys(wantedChange(news, state)).length > 0 ||
            news.deletionPolicy !== state.deletionPolicy;
        return { changes, replaces };
    },

    /** What the subscription will become by a transition, or what stands in its way. */
    async foreseeChange(id, state, news, { client }) {
        if (!isTransition(state, news)) {
            return foresightOf();
        }
        const asking = client();
        const held = await readCurrent(knownBy(id, state), asking);
        return await foreseeTransition(news, held, asking);
    },

    /** Bought by its cart, or taken over. */
    async create(inputs, client, tell) {
        const found =
            inputs.existingSubscriptionId === undefined
                ? await orderSubscription(inputs, client, tell)
                : await findExisting(inputs.existingSubscriptionId, inputs, client);
        const held = await settle(inputs, found, client);
        const state = toState(inputs, held);
        return { id: held.id, state: await waitForAzureSubscription(state, client, tell) };
    },

    /** How the subscription is now. A cancelled one is gone, and bought anew only on demand. */
    async read(id, state, client) {
        try {
            const held = await readCurrent(knownBy(id, state), client);
            return held.status?.toLowerCase() === "deleted"
                ? undefined
                : await withAzure(toState(state, held), client);
        } catch (error) {
            if (isGone(error)) {
                return undefined;
            }
            throw error;
        }
    },

    /** Offer, quantity, name, renewal and status, judged against what the service holds now. */
    async update(id, state, news, client, tell) {
        const held = await readKnown(knownBy(id, state), client);
        if (hasEnded(held)) {
            throw new PartnerCenterError(
                `The subscription ${held.id} (${held.offerName}) is ${held.status} and cannot change any more; \`pulumi refresh\` shows it.`,
            );
        }
        const isAsked = isTransition(state, news);
        // A run that was cut short may have made another subscription of it, as it is declared.
        if (!isAsked || !hasBecome(news, held)) {
            refuseUnseen(knownBy(id, state), held);
        }
        if (isAsked) {
            const active = await reactivate(news, held, client);
            const become = await makeTransition(news, active, client, tell);
            return toState(news, await settle(news, become, client));
        }
        const changed = await writeChange(news, held, client);
        return await withAzure(toState({ ...state, ...declaredIn(news) }, changed), client);
    },

    /** The end, as the policy in the state wants it. A subscription that is over is over. */
    async delete(id, state, client) {
        switch (state.deletionPolicy) {
            case "retain":
                return;
            case "suspend":
                return await suspend(knownBy(id, state), client());
            case "cancel":
                return await cancel(knownBy(id, state), client());
            default:
                throw new PartnerCenterError(
                    `The subscription "${state.friendlyName}" (${id}) is not removed: deletionPolicy is "prevent". ${waysToRemove}`,
                );
        }
    },
};

/** A transition may have made another subscription of the one that the resource began with. */
function knownBy(id: string, state: SubscriptionState): KnownSubscription {
    return { ...state, subscriptionId: state.subscriptionId ?? id };
}

async function withAzure(state: SubscriptionState, client: PartnerCenter) {
    return { ...state, ...(await azureSubscriptionsOf(state, client)) };
}

function refuseOtherSubscription(id: string, { existingSubscriptionId }: SubscriptionInputs): void {
    if (existingSubscriptionId !== undefined && !sameName(id, existingSubscriptionId)) {
        throw new PartnerCenterError(
            `The resource holds subscription ${id}, and existingSubscriptionId names another one: remove it, or declare the other subscription as a resource of its own.`,
        );
    }
}

/** A subscription that the state holds, and the service may not show. */
async function readKnown(known: KnownSubscription, client: PartnerCenter) {
    try {
        return await readCurrent(known, client);
    } catch (error) {
        const { subscriptionId, customerId } = known;
        throw isGone(error)
            ? new PartnerCenterError(
                  `Partner Center does not show the subscription ${subscriptionId} of the customer ${customerId}. If it was ordered a moment ago, run \`pulumi up\` again a little later; if it has ended, \`pulumi refresh\` forgets it.\n  ${messageOf(error)}`,
                  { cause: error },
              )
            : error;
    }
}

/** What changes in the state without a call. */
function declaredIn({ deletionPolicy, existingSubscriptionId, cartId }: SubscriptionInputs) {
    return {
        deletionPolicy,
        ...(existingSubscriptionId && { existingSubscriptionId }),
        ...(cartId && { cartId }),
    };
}
