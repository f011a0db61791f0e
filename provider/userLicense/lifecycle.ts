import { compositeId, partsOf } from "../lifecycle/compositeId";
import type { Lifecycle } from "../lifecycle/lifecycle";
import { sameName } from "../validation/sameName";
import { assign, licenseOf, take } from "./assignment";
import { foreseeAssignment } from "./foresight";
import { notUsable, samePlans } from "./plans";
import type { UserLicenseInputs } from "./shapes";
import { problemsOf } from "./validation";

const idParts = ["customerId", "userId", "skuId"] as const;

/** The life of a user's licence: it is assigned, its plans change, and it is taken. */
export const userLicenseLifecycle = {
    secrets: [],

    nameOf({ skuId }, { isUnknown }) {
        return typeof skuId === "string" && !isUnknown(skuId)
            ? `the licence ${skuId}`
            : "a licence";
    },

    check(_olds, news, context) {
        const inputs = { ...news, excludedPlans: news.excludedPlans ?? [] };
        return { inputs, problems: problemsOf(inputs, context), warnings: [] };
    },

    foresee: foreseeAssignment,

    diff(_id, state, news) {
        const replaces = idParts.filter((name) => !sameName(news[name], state[name]));
        return replaces.length > 0
            ? { changes: true, replaces }
            : { changes: !samePlans(news.excludedPlans, state.excludedPlans) };
    },

    async create(inputs, client) {
        await assign(inputs, client);
        const { customerId, userId, skuId } = inputs;
        return { id: compositeId(customerId, userId, skuId), state: inputs };
    },

    /** What was excluded, and may be used again, is a change that somebody made. */
    async read(id, state, client) {
        const license = partsOf(id, idParts);
        const held = await licenseOf(license, client);
        // Who looks one up knows the id alone.
        const { excludedPlans = [] } = state as Partial<UserLicenseInputs>;
        return held && { ...license, excludedPlans: notUsable(excludedPlans, held) };
    },

    async update(_id, _state, news, client) {
        await assign(news, client);
        return news;
    },

    async delete(id, _state, client) {
        await take(partsOf(id, idParts), client());
    },
} satisfies Lifecycle<UserLicenseInputs, UserLicenseInputs>;
