import * as v from "valibot";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import { ApiError, unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { guid, shapeProblems } from "../validation/shape";
import type { UsageBudgetInputs } from "./shapes";

const usageBudget = v.strictObject({
    customerId: guid,
    amount: v.pipe(v.number(), v.finite(), v.minValue(0, "must be at least 0")),
});

/** The life of a budget: it is set, changed and cleared. Each customer has one. */
export const usageBudgetLifecycle = {
    secrets: [],

    nameOf({ customerId }, { isUnknown }) {
        return isUnknown(customerId)
            ? "a new customer's usage budget"
            : `the usage budget of customer ${customerId}`;
    },

    check(_olds, news, context) {
        const problems = shapeProblems("CustomerUsageBudget", usageBudget, news, context);
        return { inputs: news, problems, warnings: [] };
    },

    foresee: foreseeBudget,

    diff(_id, state, news) {
        return sameName(state.customerId, news.customerId)
            ? { changes: state.amount !== news.amount }
            : { changes: true, replaces: ["customerId"] };
    },

    async create({ customerId, amount }, client) {
        await patiently(() => client.usageBudgets.set(customerId, amount), client);
        return { id: customerId, state: { customerId, amount } };
    },

    /** A customer without a budget has none that could be managed: it is set anew. */
    async read(id, _state, client) {
        const amount = await unlessGone(client.usageBudgets.get(id));
        return amount === undefined ? undefined : { customerId: id, amount };
    },

    async update(id, _state, { amount }, client) {
        await client.usageBudgets.set(id, amount);
        return { customerId: id, amount };
    },

    /** No page says how a budget is cleared, only that null is none: what comes of it is looked at. */
    async delete(id, _state, client, tell) {
        const { usageBudgets } = client();
        try {
            await unlessGone(usageBudgets.set(id, null));
        } catch (error) {
            if (!(error instanceof ApiError) || error.status !== 400) {
                throw error;
            }
        }
        const amount = await unlessGone(usageBudgets.get(id));
        if (amount !== undefined) {
            tell(
                `The usage budget of customer ${id} stays at ${amount}: Partner Center did not clear it. It is forgotten here; clear it in the portal.`,
            );
        }
    },
} satisfies Lifecycle<UsageBudgetInputs, UsageBudgetInputs>;

/** Whether a budget of somebody else's is about to be changed. */
async function foreseeBudget(
    { customerId, amount }: UsageBudgetInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<Foresight> {
    const held = isUnknown(customerId)
        ? undefined
        : await inquiry.ask("whether a customer has a usage budget", customerId, (client) =>
              unlessGone(client.usageBudgets.get(customerId)),
          );
    return held === undefined || isUnknown(amount) || held === amount
        ? foresightOf()
        : foresightOf({
              warnings: [
                  `amount: customer ${customerId} has a budget of ${held} already, which becomes ${amount}.`,
              ],
          });
}
