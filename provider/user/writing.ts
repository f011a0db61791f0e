import { IncompleteResource } from "../lifecycle/incomplete";
import { presentMembers } from "../lifecycle/presentMembers";
import type { PartnerCenter } from "../partnercenter/client";
import type { UserMembers } from "../partnercenter/users";
import { differences, membersOf } from "./members";
import type { UserInputs, UserState } from "./shapes";

/** Writes the members that differ, if any do, and answers the state as the service then holds them. */
export async function writeMembers(
    id: string,
    state: UserState,
    inputs: UserInputs,
    client: PartnerCenter,
): Promise<UserState> {
    const wanted = differences(inputs, state);
    if (wanted.length === 0) {
        return state;
    }
    const change: Partial<UserMembers> = Object.fromEntries(
        wanted.map((name) => [name, inputs[name]]),
    );
    const answer = await client.users.update(state.customerId, state.userId, change);
    // What the answer does not tell is as it was sent.
    const written: UserState = {
        ...state,
        ...membersOf({ ...state, ...change, ...presentMembers(answer) }),
    };
    const refused = differences(inputs, written);
    if (refused.length > 0) {
        throw new IncompleteResource(id, written, [
            `Partner Center accepted the change of user ${state.userId}, but kept ${refused.join(", ")} as it was: this cannot be changed any more.`,
        ]);
    }
    return written;
}
