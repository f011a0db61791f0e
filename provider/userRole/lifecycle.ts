import { compositeId, partsOf } from "../lifecycle/compositeId";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import type { DirectoryRoleResource } from "../partnercenter/directoryRoles";
import { isGone, isRefusal, PartnerCenterError } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { chosenRole } from "./role";
import type { UserRoleInputs, UserRoleState } from "./shapes";
import { problemsOf } from "./validation";

/** The life of a user's directory role: it is given and taken away, and has nothing to change. */
export const userRoleLifecycle = {
    secrets: [],

    nameOf({ roleName, roleId }, { isUnknown }) {
        const role = roleName ?? roleId;
        return role === undefined || isUnknown(role) ? "a directory role" : `the role ${role}`;
    },

    check(_olds, news, context) {
        return { inputs: news, problems: problemsOf(news, context), warnings: [] };
    },

    foresee: foreseeRole,

    diff(_id, state, news) {
        const replaces = (["customerId", "userId", "roleId", "roleName"] as const).filter(
            (name) => news[name] !== undefined && !sameName(news[name], state[name]),
        );
        return { changes: replaces.length > 0, replaces };
    },

    async create(inputs, client) {
        const { customerId, userId } = inputs;
        const roles = await patiently(() => client.directoryRoles.list(customerId), client);
        const role = chosenRole(roles, inputs);
        await giveRole(inputs, role.id, client);
        return { id: compositeId(customerId, userId, role.id), state: toState(inputs, role) };
    },

    /** Gone is the role if the user does not have it, or is gone. */
    async read(id, state, client) {
        const { customerId, userId, roleId } = partsOf(id, ["customerId", "userId", "roleId"]);
        const role = await roleOfUser({ customerId, userId }, roleId, client).catch((error) => {
            if (isGone(error)) {
                return undefined;
            }
            throw error;
        });
        return role && toState({ ...state, customerId, userId }, role);
    },

    async update(_id, state) {
        return state;
    },

    /** A role that the user does not have, or a user who is gone, is what was wanted. */
    async delete(id, _state, client) {
        const { customerId, userId, roleId } = partsOf(id, ["customerId", "userId", "roleId"]);
        try {
            await client().directoryRoles.removeMember(customerId, roleId, userId);
        } catch (error) {
            if (!isGone(error)) {
                throw error;
            }
        }
    },
} satisfies Lifecycle<UserRoleInputs, UserRoleState>;

function toState(
    { customerId, userId }: UserRoleInputs,
    { id, name }: DirectoryRoleResource,
): UserRoleState {
    return { customerId, userId, roleId: id, ...(name && { roleName: name }) };
}

/** Who has the role already counts as given it: an earlier run may have been cut short. */
async function giveRole(
    inputs: UserRoleInputs,
    roleId: string,
    client: PartnerCenter,
): Promise<void> {
    const { customerId, userId } = inputs;
    const user = await patiently(() => client.users.get(customerId, userId), client);
    const { userPrincipalName = "", displayName = userPrincipalName } = user;
    try {
        await client.directoryRoles.addMember(customerId, roleId, {
            id: userId,
            displayName,
            userPrincipalName,
        });
    } catch (error) {
        // The service has no code of its own for a role that is given again; the refusal itself counts.
        const held = isRefusal(error)
            ? await roleOfUser(inputs, roleId, client).catch(() => undefined)
            : undefined;
        if (held === undefined) {
            throw error;
        }
    }
}

async function roleOfUser(
    { customerId, userId }: Pick<UserRoleInputs, "customerId" | "userId">,
    roleId: string,
    client: PartnerCenter,
): Promise<DirectoryRoleResource | undefined> {
    const roles = await client.directoryRoles.ofUser(customerId, userId);
    return roles.find(({ id }) => sameName(id, roleId));
}

/** Whether the customer has the role. */
async function foreseeRole(
    inputs: UserRoleInputs,
    { inquiry, client, isUnknown }: ForesightContext,
): Promise<Foresight> {
    const obstacle = client().obstacleTo("addRoleMember");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerUserRole: ${obstacle}`] });
    }
    const { customerId, roleId, roleName } = inputs;
    if (isUnknown(customerId) || isUnknown(roleId) || isUnknown(roleName)) {
        return foresightOf();
    }
    const roles = await inquiry.ask("which directory roles a customer has", customerId, (asked) =>
        asked.directoryRoles.list(customerId),
    );
    try {
        if (roles !== undefined) {
            chosenRole(roles, inputs);
        }
        return foresightOf();
    } catch (error) {
        if (error instanceof PartnerCenterError) {
            return foresightOf({ problems: [error.message] });
        }
        throw error;
    }
}
