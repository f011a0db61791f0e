import { isDeepStrictEqual } from "node:util";
import { compositeId, partsOf } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, messageOf, PartnerCenterError } from "../partnercenter/errors";
import { isDeleted } from "../user/members";
import { doubt, mayHaveReset, resetPassword } from "../user/passwordReset";
import { sameName } from "../validation/sameName";
import { findAdministrator } from "./administrator";
import type { AdminPasswordInputs, AdminPasswordState } from "./shapes";
import { adviceOn, problemsOf } from "./validation";

/**
 * The life of an administrator's password. A reset that was cut is repeated: nobody else has learnt the
 * password that is lost with it.
 */
export const adminPasswordLifecycle = {
    secrets: ["userCredentials"],

    nameOf({ customerId, userPrincipalName = "the administrator" }, { isUnknown }) {
        return isUnknown(userPrincipalName) || isUnknown(customerId)
            ? "an administrator's password"
            : `the password of ${userPrincipalName} of customer ${customerId}`;
    },

    check(olds, { triggers = {}, ...news }, context) {
        const inputs: AdminPasswordInputs = {
            ...news,
            forceChangePassword: news.forceChangePassword ?? true,
            // None and an empty one are the same.
            ...((context.isUnknown(triggers) || Object.keys(triggers).length > 0) && { triggers }),
        };
        return { inputs, problems: problemsOf(inputs, context), warnings: adviceOn(olds, inputs) };
    },

    foresee: foreseeReset,

    /** The password of another user is another one. */
    diff(_id, state, news) {
        if (!sameName(state.customerId, news.customerId)) {
            return { changes: true, replaces: ["customerId"] };
        }
        const { userPrincipalName = state.userPrincipalName } = news;
        if (!sameName(state.userPrincipalName, userPrincipalName)) {
            return { changes: true, replaces: ["userPrincipalName"] };
        }
        return {
            changes:
                mustReset(state, news) || state.forceChangePassword !== news.forceChangePassword,
        };
    },

    async create(inputs, client) {
        const { id: userId, userPrincipalName } = await findAdministrator(inputs, client);
        const state = await settled({ ...inputs, userId, userPrincipalName }, client);
        return { id: compositeId(inputs.customerId, userId), state };
    },

    /** No call reads a password: whether the user is there, and under which name, is all there is to see. */
    async read(id, state, client) {
        const { customerId, userId } = partsOf(id, ["customerId", "userId"]);
        try {
            const held = await client.users.get(customerId, userId);
            const { userPrincipalName = state.userPrincipalName } = held;
            return isDeleted(held)
                ? undefined
                : { ...state, customerId, userId, userPrincipalName };
        } catch (error) {
            if (isGone(error)) {
                return undefined;
            }
            throw error;
        }
    },

    async update(id, state, { forceChangePassword, triggers }, client) {
        const { triggers: _, ...rest } = state;
        const wanted = { ...rest, forceChangePassword, ...(triggers && { triggers }) };
        if (!mustReset(state, wanted)) {
            return wanted;
        }
        try {
            return await settled(wanted, client);
        } catch (error) {
            throw mayHaveReset(error, client)
                ? new IncompleteResource(id, { ...state, passwordToReset: true as const }, [
                      `${doubt(state.userPrincipalName)} ${messageOf(error)}`,
                  ])
                : error;
        }
    },

    async delete(_id, { userPrincipalName }, _client, tell) {
        tell(
            `The password of ${userPrincipalName} stays as it is, and is forgotten here: there is nothing to undo.`,
        );
    },
} satisfies Lifecycle<AdminPasswordInputs, AdminPasswordState>;

/** The state with a new password. */
async function settled(
    { passwordToReset: _, ...state }: AdminPasswordState,
    client: PartnerCenter,
): Promise<AdminPasswordState> {
    const { customerId, userId, forceChangePassword, userPrincipalName } = state;
    const password = await resetPassword({ customerId, userId, forceChangePassword }, client);
    return { ...state, userCredentials: { userName: userPrincipalName, password } };
}

function mustReset(
    { passwordToReset, triggers }: AdminPasswordState,
    news: Pick<AdminPasswordInputs, "triggers">,
): boolean {
    return passwordToReset === true || !isDeepStrictEqual(triggers, news.triggers);
}

/** Whether there is such a user. */
async function foreseeReset(
    inputs: AdminPasswordInputs,
    { client, isComplete }: ForesightContext,
): Promise<Foresight> {
    const obstacle = client().obstacleTo("resetPassword");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerAdminPassword: ${obstacle}`] });
    }
    if (!isComplete) {
        return foresightOf();
    }
    try {
        const { id, userPrincipalName } = await findAdministrator(inputs, client());
        return foresightOf({
            notes: [
                `The password that will be reset is that of ${userPrincipalName} (user ${id}) of customer ${inputs.customerId}.`,
            ],
        });
    } catch (error) {
        // The class itself says that there is no such user; its others, that one could not be asked.
        if (error instanceof PartnerCenterError && error.constructor === PartnerCenterError) {
            return foresightOf({ problems: [error.message] });
        }
        throw error;
    }
}
