import type { Lifecycle } from "../lifecycle/lifecycle";
import { unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { confirmAcceptance, toState } from "./confirmation";
import { confirmationBy, confirmationsOf, newest, sameContact } from "./confirmations";
import { foreseeConfirmation } from "./foresight";
import type { AgreementInputs, AgreementState } from "./shapes";
import { adviceOn, problemsOf } from "./validation";

/** The life of a customer's agreement: it can be confirmed, and confirmed anew; nothing takes it back. */
export const agreementLifecycle = {
    secrets: [],

    nameOf({ customerId }, { isUnknown }) {
        return isUnknown(customerId)
            ? "a new customer's agreement"
            : `the agreement of customer ${customerId}`;
    },

    check(olds, news, context) {
        return {
            inputs: news,
            problems: problemsOf(news, context),
            warnings: adviceOn(olds, news),
        };
    },

    foresee: foreseeConfirmation,

    /** Another contact, or another text, is confirmed anew; a date alone cannot be. */
    diff(_id, state, news) {
        if (!sameName(state.customerId, news.customerId)) {
            return { changes: true, replaces: ["customerId"] };
        }
        return {
            changes:
                !sameContact(state.primaryContact, news.primaryContact) ||
                (news.templateId !== undefined && news.templateId !== state.templateId),
        };
    },

    /** The service gives confirmations no id, and a customer needs one: the customer's id serves. */
    async create(inputs, client) {
        const state = await confirmAcceptance(inputs, client);
        return { id: inputs.customerId, state };
    },

    /**
     * Gone is the confirmation if the customer is, or has none at all. Those of other contacts, and a
     * phone number that the service writes otherwise, are no difference.
     */
    async read(customerId, state, client) {
        const held = (await unlessGone(confirmationsOf(customerId, client))) ?? [];
        const { primaryContact } = state;
        const own =
            primaryContact === undefined
                ? newest(held)
                : (confirmationBy(held, state) ?? confirmationBy(held, { primaryContact }));
        if (own === undefined) {
            return held.length > 0 ? state : undefined;
        }
        return toState({ customerId, primaryContact }, own);
    },

    async update(id, state, news, client) {
        return this.diff(id, state, news).changes ? await confirmAcceptance(news, client) : state;
    },

    async delete(_id, { customerId }, _client, tell) {
        tell(
            `The agreement of customer ${customerId} stays confirmed in Partner Center, which cannot take a confirmation back; it is forgotten here.`,
        );
    },
} satisfies Lifecycle<AgreementInputs, AgreementState>;
