import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import type { ApprovalInputs, ApprovalState } from "./shapes";
import { isAllowed, readStatus } from "./status";
import { problemsOf } from "./validation";
import { waitUntilAllowed } from "./wait";

/** The life of an approval: it is waited for, and nothing else. */
export const approvalLifecycle = {
    secrets: [],

    nameOf({ customerId }, { isUnknown }) {
        return isUnknown(customerId) ? "an account" : `the account of customer ${customerId}`;
    },

    check(_olds, news, context) {
        const inputs = { ...news, timeoutMinutes: news.timeoutMinutes ?? 60 };
        return { inputs, problems: problemsOf(inputs, context), warnings: [] };
    },

    /** Whether this sign-in may ask at all. */
    async foresee(_inputs, context) {
        const obstacle = context.client().obstacleTo("getAccountStatus");
        return foresightOf(
            obstacle === undefined ? {} : { problems: [`waitForAccountApproval: ${obstacle}`] },
        );
    },

    /** An account that is not allowed, any more or yet, is waited for again. */
    diff(_id, state, news) {
        return sameName(state.customerId, news.customerId)
            ? { changes: !isAllowed(state) }
            : { changes: true, replaces: ["customerId"] };
    },

    async create(inputs, client, tell) {
        return { id: inputs.customerId, state: await waitUntilAllowed(inputs, client, tell) };
    },

    async read(id, _state, client) {
        return await unlessGone(readStatus(id, client));
    },

    async update(_id, _state, news, client, tell) {
        return await waitUntilAllowed(news, client, tell);
    },

    /** There is nothing in Partner Center to remove. */
    async delete() {},
} satisfies Lifecycle<ApprovalInputs, ApprovalState>;
