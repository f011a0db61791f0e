import { compositeId, partsOf } from "../lifecycle/compositeId";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import type { ConfigurationPolicyResource } from "../partnercenter/configurationPolicies";
import { isRefusal, messageOf, PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import type { PolicyInputs, PolicyState } from "./shapes";
import { areSameSettings, isEqual, twinOf } from "./twin";
import { adviceOn, problemsOf } from "./validation";

/** The life of a configuration policy: made once, changed in place, deleted. */
export const configurationPolicyLifecycle = {
    secrets: [],

    nameOf({ name }, { isUnknown }) {
        return typeof name === "string" && !isUnknown(name)
            ? `the configuration policy ${name}`
            : "a configuration policy";
    },

    check(_olds, news, context) {
        return {
            inputs: news,
            problems: problemsOf(news, context),
            warnings: adviceOn(news, context),
        };
    },

    foresee: foreseePolicy,

    diff(_id, state, news) {
        return sameName(state.customerId, news.customerId)
            ? { changes: !isEqual(state, news) }
            : { changes: true, replaces: ["customerId"] };
    },

    /** One that is there as it is declared counts as made. */
    async create(inputs, client) {
        const { customerId } = inputs;
        const held = await patiently(() => client.configurationPolicies.list(customerId), client);
        const policy = twinOf(inputs, held) ?? (await makeOnce(inputs, client));
        const state = toState(inputs, policy);
        return { id: compositeId(customerId, policy.id), state };
    },

    async read(id, state, client) {
        const { customerId, policyId } = partsOf(id, ["customerId", "policyId"]);
        const policy = await unlessGone(client.configurationPolicies.get(customerId, policyId));
        return policy && toState({ ...state, customerId }, policy);
    },

    /** What is given replaces what is there: a description that is left out might stay. */
    async update(id, state, news, client) {
        const { customerId, policyId } = partsOf(id, ["customerId", "policyId"]);
        const cleared = state.description !== undefined && { description: "" };
        await client.configurationPolicies.update(customerId, policyId, { ...cleared, ...news });
        return { ...news, policyId };
    },

    /** The service may refuse it while devices have the policy. One that is gone already is gone. */
    async delete(id, _state, client) {
        const { customerId, policyId } = partsOf(id, ["customerId", "policyId"]);
        await unlessGone(client().configurationPolicies.delete(customerId, policyId));
    },
} satisfies Lifecycle<PolicyInputs, PolicyState>;

/**
 * The service need not recognise a repeated request: where it is not known whether the first one was
 * carried out, none follows, and the customer's policies tell.
 */
async function makeOnce(
    inputs: PolicyInputs,
    client: PartnerCenter,
): Promise<ConfigurationPolicyResource> {
    const { customerId, name } = inputs;
    try {
        return await client.configurationPolicies.create(customerId, inputs);
    } catch (error) {
        if (isRefusal(error)) {
            throw error;
        }
        const held = await client.configurationPolicies.list(customerId).catch(() => {
            throw error;
        });
        const made = twinOf(inputs, held);
        if (made !== undefined) {
            return made;
        }
        throw new PartnerCenterError(
            `The configuration policy "${name}" of customer ${customerId} is not there, or not shown yet. \`pulumi up\` looks for it again, and makes it where there is none.\n  ${messageOf(error)}`,
            { cause: error },
        );
    }
}

/** The settings keep the order of the program, where they are the same ones. */
function toState(
    declared: PolicyInputs,
    { id, name = "", description, policySettings = [] }: ConfigurationPolicyResource,
): PolicyState {
    const isKnown = areSameSettings(declared.policySettings, policySettings);
    return {
        customerId: declared.customerId,
        policyId: id,
        name,
        ...(description && { description }),
        policySettings: (isKnown && declared.policySettings) || policySettings,
    };
}

/** Whether there is one of that name already. */
async function foreseePolicy(
    inputs: PolicyInputs,
    { inquiry, isComplete }: ForesightContext,
): Promise<Foresight> {
    const { customerId, name } = inputs;
    const held = isComplete
        ? await inquiry.ask("which configuration policies a customer has", customerId, (client) =>
              client.configurationPolicies.list(customerId),
          )
        : undefined;
    try {
        return foresightOf(
            held !== undefined && twinOf(inputs, held) !== undefined
                ? {
                      notes: [
                          `Customer ${customerId} has the configuration policy "${name}" already: it is taken over.`,
                      ],
                  }
                : {},
        );
    } catch (error) {
        if (error instanceof PartnerCenterError) {
            return foresightOf({ problems: [error.message] });
        }
        throw error;
    }
}
