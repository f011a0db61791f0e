import { compositeId } from "../lifecycle/compositeId";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import type { UserResource } from "../partnercenter/users";
import { sameName } from "../validation/sameName";
import { isDeleted, toState, withPassword } from "./members";
import { resetPassword } from "./passwordReset";
import type { UserInputs, UserState } from "./shapes";
import { writeMembers } from "./writing";

/**
 * Takes over a user, restoring one who is deleted, and writes what the program wants otherwise. The
 * password is reset where the program says something of it, and stays as it is otherwise.
 */
export async function takeOver(
    userId: string,
    inputs: UserInputs,
    client: PartnerCenter,
): Promise<UserState> {
    const { customerId } = inputs;
    const found = await findUser(customerId, userId, client);
    const obstacle = otherUser(userId, inputs, found);
    if (found === undefined || obstacle !== undefined) {
        throw new PartnerCenterError(`${obstacle} Nothing was changed.`);
    }
    const held = isDeleted(found) ? await client.users.restore(customerId, userId) : found;
    const { password, triggers } = inputs;
    const isToReset = password !== undefined || triggers !== undefined;
    const before: UserState = {
        ...toState(inputs, { ...found, ...held, state: "active" }),
        ...(isToReset && { passwordToReset: true }),
    };
    const state = await writeMembers(compositeId(customerId, userId), before, inputs, client);
    return isToReset
        ? withPassword(state, await resetPassword({ ...state, password }, client))
        : state;
}

/** A user of that id, deleted or not. */
export async function findUser(
    customerId: string,
    userId: string,
    client: PartnerCenter,
): Promise<UserResource | undefined> {
    try {
        return await client.users.get(customerId, userId);
    } catch (error) {
        if (!isGone(error)) {
            throw error;
        }
    }
    const deleted = await client.users.listDeleted(customerId);
    const found = deleted.find(({ id }) => sameName(id, userId));
    return found && { ...found, state: "inactive" };
}

/** Why a user is not the one that the program means. */
export function otherUser(
    userId: string,
    { customerId, userPrincipalName }: UserInputs,
    found: UserResource | undefined,
): string | undefined {
    if (found === undefined) {
        return `existingUserId: customer ${customerId} has no user ${userId}, and none that can be restored. Check the id.`;
    }
    return sameName(found.userPrincipalName, userPrincipalName)
        ? undefined
        : `existingUserId: user ${userId} is ${found.userPrincipalName}, not ${userPrincipalName}; correct existingUserId or userPrincipalName.`;
}
