import * as v from "valibot";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import { unlessGone } from "../partnercenter/errors";
import type { OverageTarget } from "../partnercenter/overages";
import { sameName } from "../validation/sameName";
import { guid, optional, shapeProblems } from "../validation/shape";
import type { OverageInputs } from "./shapes";

const overage = v.strictObject({
    customerId: guid,
    azureEntitlementId: guid,
    partnerId: optional,
});

/** The life of an overage: it is on, charges another Azure subscription, or is off. A customer has one. */
export const overageLifecycle = {
    secrets: [],

    nameOf({ customerId }, { isUnknown }) {
        return isUnknown(customerId)
            ? "a new customer's overage"
            : `the overage of customer ${customerId}`;
    },

    check(olds, news, context) {
        return {
            inputs: news,
            problems: shapeProblems("CustomerOverage", overage, news, context),
            warnings:
                olds === undefined
                    ? [
                          "azureEntitlementId: what the customer uses beyond its calling plans is charged to the partner there, by the minute and without a limit.",
                      ]
                    : [],
        };
    },

    foresee: foreseeOverage,

    diff(_id, state, news) {
        return sameName(state.customerId, news.customerId)
            ? { changes: !isSame(state, news) }
            : { changes: true, replaces: ["customerId"] };
    },

    async create(inputs, client) {
        const { customerId } = inputs;
        await patiently(() => client.overages.put(customerId, targetOf(inputs), true), client);
        return { id: customerId, state: inputs };
    },

    async read(id, _state, client) {
        const target = await unlessGone(chargedNow(id, client));
        return target && { customerId: id, ...target };
    },

    async update(id, _state, news, client) {
        await client.overages.put(id, targetOf(news), true);
        return news;
    },

    /** One that was turned off, or charges what somebody else has chosen, is not ours any more. */
    async delete(id, state, client) {
        const { overages } = client();
        const target = await unlessGone(chargedNow(id, { overages }));
        if (target !== undefined && sameName(target.azureEntitlementId, state.azureEntitlementId)) {
            await overages.put(id, target, false);
        }
    },
} satisfies Lifecycle<OverageInputs, OverageInputs>;

/** What is charged for overage now; `undefined` where it is off. */
async function chargedNow(
    customerId: string,
    { overages }: Pick<PartnerCenter, "overages">,
): Promise<OverageTarget | undefined> {
    const held = await overages.list(customerId);
    const { azureEntitlementId, partnerId } = held.find((one) => one.overageEnabled === true) ?? {};
    return azureEntitlementId === undefined
        ? undefined
        : { azureEntitlementId, ...(partnerId && { partnerId }) };
}

function targetOf({ azureEntitlementId, partnerId }: OverageInputs): OverageTarget {
    return { azureEntitlementId, ...(partnerId && { partnerId }) };
}

function isSame(one: OverageTarget, other: OverageTarget): boolean {
    return (
        sameName(one.azureEntitlementId, other.azureEntitlementId) &&
        (one.partnerId ?? "") === (other.partnerId ?? "")
    );
}

/** Whether somebody has turned it on already, for another Azure subscription. */
async function foreseeOverage(
    inputs: OverageInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<Foresight> {
    const { customerId, azureEntitlementId } = inputs;
    const held = isUnknown(customerId)
        ? undefined
        : await inquiry.ask("whether a customer has overage", customerId, (client) =>
              unlessGone(chargedNow(customerId, client)),
          );
    return held === undefined || sameName(held.azureEntitlementId, azureEntitlementId)
        ? foresightOf()
        : foresightOf({
              warnings: [
                  `customerId: customer ${customerId} has overage already, charged to ${held.azureEntitlementId}; that changes.`,
              ],
          });
}
