import { compositeId, partsOf } from "../lifecycle/compositeId";
import type { Lifecycle } from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import { unlessGone } from "../partnercenter/errors";
import type { SupportContact } from "../partnercenter/supportContacts";
import { sameName } from "../validation/sameName";
import { foreseeContact } from "./foresight";
import type { SupportContactInputs } from "./shapes";
import { problemsOf } from "./validation";

const idParts = ["customerId", "subscriptionId"] as const;
const members = ["supportTenantId", "supportMpnId", "name"] as const;

/** The life of a support contact: it is named, another one is, and nobody can be taken back. */
export const supportContactLifecycle = {
    secrets: [],

    nameOf({ subscriptionId }, { isUnknown }) {
        return isUnknown(subscriptionId)
            ? "a new subscription's support contact"
            : `the support contact of subscription ${subscriptionId}`;
    },

    check(_olds, news, context) {
        return { inputs: news, problems: problemsOf(news, context), warnings: [] };
    },

    foresee: foreseeContact,

    diff(_id, state, news) {
        const replaces = idParts.filter((name) => !sameName(state[name], news[name]));
        return replaces.length > 0
            ? { changes: true, replaces }
            : { changes: members.some((name) => !sameName(state[name], news[name])) };
    },

    async create(inputs, client) {
        await patiently(() => write(inputs, client), client);
        return { id: compositeId(inputs.customerId, inputs.subscriptionId), state: inputs };
    },

    /** The tenant is who it is: how the service writes the name of the same one is no change. */
    async read(id, state, client) {
        const { customerId, subscriptionId } = partsOf(id, idParts);
        const held = await unlessGone(client.supportContacts.get(customerId, subscriptionId));
        if (!isNamed(held)) {
            return undefined;
        }
        const isSame = sameName(held.supportTenantId, state.supportTenantId);
        return {
            supportMpnId: "",
            name: "",
            ...held,
            ...(isSame && state),
            customerId,
            subscriptionId,
        };
    },

    async update(_id, _state, news, client) {
        await write(news, client);
        return news;
    },

    async delete(_id, { name, subscriptionId, customerId }, _client, tell) {
        tell(
            `${name} stays the support contact of subscription ${subscriptionId} of customer ${customerId}: no call takes a contact back. It is forgotten here.`,
        );
    },
} satisfies Lifecycle<SupportContactInputs, SupportContactInputs>;

async function write(
    { customerId, subscriptionId, ...contact }: SupportContactInputs,
    client: PartnerCenter,
): Promise<void> {
    await client.supportContacts.put(customerId, subscriptionId, contact);
}

function isNamed(
    held: Partial<SupportContact> | undefined,
): held is Partial<SupportContact> & Pick<SupportContact, "supportTenantId"> {
    return held?.supportTenantId !== undefined;
}
