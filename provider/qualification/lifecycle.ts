import { compositeId, partsOf } from "../lifecycle/compositeId";
import type { Lifecycle } from "../lifecycle/lifecycle";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { foreseeRequest } from "./foresight";
import { isDenied, named, qualify, toState } from "./request";
import type { QualificationInputs, QualificationState } from "./shapes";
import { adviceOn, howToForget, problemsOf } from "./validation";

/** The life of a qualification: asked for, looked at by Microsoft for days, and never taken back. */
export const qualificationLifecycle = {
    secrets: ["validationCode"],

    nameOf({ customerId }, { isUnknown }) {
        return isUnknown(customerId)
            ? "a new customer's qualification"
            : `the qualification of customer ${customerId}`;
    },

    check(olds, news, context) {
        const inputs = { ...news, deletionPolicy: news.deletionPolicy ?? "prevent" };
        return {
            inputs,
            problems: problemsOf(olds, inputs, context),
            warnings: adviceOn(olds, inputs, context),
        };
    },

    foresee: foreseeRequest,

    /** Another customer or qualification is another resource. What was asked for counts again after a denial. */
    diff(_id, state, news) {
        const replaces = (["customerId", "qualification"] as const).filter(
            (member) => !sameName(state[member], news[member]),
        );
        return replaces.length > 0
            ? { changes: true, replaces: [...replaces] }
            : {
                  changes:
                      isAskedAgain(state, news) || state.deletionPolicy !== news.deletionPolicy,
              };
    },

    async create(inputs, client, tell) {
        const state = await qualify(inputs, client, tell);
        return { id: compositeId(inputs.customerId, inputs.qualification), state };
    },

    /** What has become of it. It is gone if the customer is, or has it no longer. */
    async read(id, state, client) {
        const { customerId, qualification } = partsOf(id, ["customerId", "qualification"]);
        const list = await unlessGone(client.qualifications.list(customerId));
        const held = list && named({ qualification }, list);
        // Who looks one up knows the id alone.
        const { deletionPolicy = "prevent" } = state as Partial<QualificationState>;
        const declared = { ...asked(state), customerId, qualification, deletionPolicy };
        return held && toState(declared, held);
    },

    async update(_id, state, news, client, tell) {
        return isAskedAgain(state, news)
            ? await qualify(news, client, tell)
            : { ...state, deletionPolicy: news.deletionPolicy };
    },

    async delete(_id, { customerId, qualification, deletionPolicy }, _client, tell) {
        const whose = `The qualification ${qualification} of customer ${customerId}`;
        if (deletionPolicy !== "retain") {
            throw new PartnerCenterError(
                `${whose} is not removed: no call takes it back, and its deletionPolicy is "prevent". ${howToForget}`,
            );
        }
        tell(`${whose} stays; it is forgotten here.`);
    },
} satisfies Lifecycle<QualificationInputs, QualificationState>;

/** What is asked for once more: what was denied, and is declared otherwise now. */
function isAskedAgain(state: QualificationState, news: QualificationInputs): boolean {
    return (
        isDenied(state) &&
        (["educationSegment", "website", "validationCode"] as const).some(
            (member) => (state[member] ?? "") !== (news[member] ?? ""),
        )
    );
}

/** What no answer of the service repeats. */
function asked({
    vettingStatus: _,
    vettingReason: __,
    vettingCreatedDate: ___,
    ...declared
}: QualificationState): QualificationInputs {
    return declared;
}
