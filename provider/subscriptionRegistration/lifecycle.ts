import * as v from "valibot";
import { compositeId, partsOf } from "../lifecycle/compositeId";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { guid, minutes, required, shapeProblems } from "../validation/shape";
import { isRegistered, readRegistration, register } from "./register";
import type { RegistrationInputs, RegistrationState } from "./shapes";

const idParts = ["customerId", "subscriptionId"] as const;

const shape = v.strictObject({
    customerId: guid,
    subscriptionId: required,
    timeoutMinutes: minutes,
});

/** The life of a registration: asked for, waited for, and never taken back. */
export const registrationLifecycle = {
    secrets: [],

    nameOf({ subscriptionId }, { isUnknown }) {
        return isUnknown(subscriptionId)
            ? "a new subscription's registration"
            : `the registration of subscription ${subscriptionId}`;
    },

    check(olds, news, context) {
        const inputs = { ...news, timeoutMinutes: news.timeoutMinutes ?? 30 };
        return {
            inputs,
            problems: shapeProblems("SubscriptionRegistration", shape, inputs, context),
            warnings:
                olds === undefined ? ["subscriptionId: no call takes a registration back."] : [],
        };
    },

    foresee: foreseeRegistration,

    /** One that is not there yet is waited for again. */
    diff(_id, state, news) {
        const replaces = idParts.filter((name) => !sameName(state[name], news[name]));
        return replaces.length > 0
            ? { changes: true, replaces }
            : { changes: !isRegistered(state) };
    },

    async create(inputs, client, tell) {
        const state = await register(inputs, client, tell);
        return { id: compositeId(inputs.customerId, inputs.subscriptionId), state };
    },

    async read(id, _state, client) {
        return await unlessGone(readRegistration(partsOf(id, idParts), client));
    },

    async update(_id, _state, news, client, tell) {
        return await register(news, client, tell);
    },

    async delete(_id, { customerId, subscriptionId }, _client, tell) {
        tell(
            `The subscription ${subscriptionId} of customer ${customerId} stays registered for reservations: no call takes that back. It is forgotten here.`,
        );
    },
} satisfies Lifecycle<RegistrationInputs, RegistrationState>;

/** Whether anything is left to ask for. */
async function foreseeRegistration(
    inputs: RegistrationInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<Foresight> {
    const { customerId, subscriptionId } = inputs;
    if (isUnknown(customerId) || isUnknown(subscriptionId)) {
        return foresightOf();
    }
    const held = await inquiry.ask(
        "whether a subscription is registered",
        compositeId(customerId, subscriptionId),
        (client) => readRegistration(inputs, client),
    );
    return held !== undefined && isRegistered(held)
        ? foresightOf({
              notes: [
                  `The subscription ${subscriptionId} of customer ${customerId} is registered already: nothing will be asked for.`,
              ],
          })
        : foresightOf();
}
