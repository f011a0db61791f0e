import { isDeepStrictEqual } from "node:util";
import { compositeId, partsOf } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import type { Lifecycle } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, messageOf, PartnerCenterError } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { createUser } from "./creation";
import { restorableUntil } from "./deleted";
import { foreseeUser } from "./foresight";
import { differences, isDeleted, toState, withPassword } from "./members";
import { doubt, mayHaveReset, resetPassword } from "./passwordReset";
import type { UserInputs, UserState } from "./shapes";
import { takeOver } from "./takeOver";
import { adviceOn, problemsOf } from "./validation";
import { writeMembers } from "./writing";

/** The life of a customer's user, until the deletion that can be undone for 30 days. */
export const userLifecycle = {
    secrets: ["credentials"],

    nameOf({ userPrincipalName }, { isUnknown }) {
        return typeof userPrincipalName === "string" && !isUnknown(userPrincipalName)
            ? userPrincipalName
            : "a user";
    },

    check(olds, { triggers = {}, ...news }, context) {
        const requestKey = olds?.requestKey ?? news.requestKey;
        const inputs: UserInputs = {
            ...news,
            forceChangePassword: news.forceChangePassword ?? true,
            // None and an empty one are the same.
            ...((context.isUnknown(triggers) || Object.keys(triggers).length > 0) && { triggers }),
            // A renamed resource keeps the key it was created with.
            ...(requestKey && { requestKey }),
        };
        return {
            inputs,
            problems: problemsOf(olds, inputs, context),
            warnings: adviceOn(olds, inputs, context),
        };
    },

    foresee: foreseeUser,

    /** A user of another customer is another user; everything else that can change, changes in place. */
    diff(_id, state, news) {
        if (!sameName(state.customerId, news.customerId)) {
            return { changes: true, replaces: ["customerId"] };
        }
        refuseOtherUser(state, news);
        return {
            changes:
                differences(news, state).length > 0 ||
                mustReset(state, news) ||
                news.forceChangePassword !== state.forceChangePassword,
        };
    },

    /** A new user, or one that the customer has, or had a short while ago. */
    async create(inputs, client) {
        const state =
            inputs.existingUserId === undefined
                ? await createUser(inputs, client)
                : await takeOver(inputs.existingUserId, inputs, client);
        return { id: compositeId(state.customerId, state.userId), state };
    },

    /** How the user is now. Deleted is gone, also while the user can be restored. */
    async read(id, state, client) {
        const { customerId, userId } = partsOf(id, ["customerId", "userId"]);
        try {
            const held = await client.users.get(customerId, userId);
            return isDeleted(held)
                ? undefined
                : known(state, toState({ ...state, customerId }, held));
        } catch (error) {
            if (isGone(error)) {
                return undefined;
            }
            throw error;
        }
    },

    /** First the members, then the password. Without a difference, Pulumi asks to complete a user. */
    async update(id, state, news, client) {
        const before = this.diff(id, state, news).changes
            ? state
            : known(state, await readKnownUser(state, client));
        const written = known(before, await writeMembers(id, before, news, client));
        const { forceChangePassword, triggers, existingUserId, password } = news;
        const { triggers: _, ...rest } = written;
        const settled: UserState = {
            ...rest,
            forceChangePassword,
            ...(existingUserId && { existingUserId }),
            ...(triggers && { triggers }),
        };
        if (!mustReset(before, news)) {
            return settled;
        }
        try {
            return withPassword(settled, await resetPassword({ ...settled, password }, client));
        } catch (error) {
            throw notReset(id, written, mayHaveReset(error, client), error);
        }
    },

    /** The user is deleted, and can be restored for 30 days. One who is gone already is gone. */
    async delete(id, { userPrincipalName }, client, tell) {
        const { customerId, userId } = partsOf(id, ["customerId", "userId"]);
        try {
            await client().users.delete(customerId, userId);
        } catch (error) {
            if (!isGone(error)) {
                throw error;
            }
        }
        tell(
            `User ${userPrincipalName} is deleted, and can be restored until ${restorableUntil()}: declare the user again with existingUserId: "${userId}".`,
        );
    },
} satisfies Lifecycle<UserInputs, UserState>;

/** A resource must not give up its user for another one by a change of the program. */
function refuseOtherUser({ userId }: UserState, { existingUserId }: UserInputs): void {
    if (existingUserId !== undefined && !sameName(userId, existingUserId)) {
        throw new PartnerCenterError(
            `The resource holds user ${userId}, and existingUserId names another one: remove it, or declare the other user as a resource of its own.`,
        );
    }
}

/** Whether the program wants another password, or an earlier reset left open which one works. */
function mustReset(state: UserState, { triggers, password }: UserInputs): boolean {
    return (
        state.passwordToReset === true ||
        !isDeepStrictEqual(triggers, state.triggers) ||
        (password !== undefined && password !== state.credentials?.password)
    );
}

/** What no answer of the service repeats stays; the name for signing in is the user's. */
function known(before: UserState, held: UserState): UserState {
    const { credentials, passwordToReset } = before;
    return {
        ...held,
        ...(credentials && {
            credentials: { ...credentials, userName: held.userPrincipalName },
        }),
        ...(passwordToReset && { passwordToReset }),
    };
}

async function readKnownUser(state: UserState, client: PartnerCenter): Promise<UserState> {
    const { customerId, userId } = state;
    try {
        return toState(state, await client.users.get(customerId, userId));
    } catch (error) {
        throw isGone(error)
            ? new PartnerCenterError(
                  `Partner Center does not show the user ${userId} of the customer ${customerId}. If it was made a moment ago, run \`pulumi up\` again a little later; if it was deleted, \`pulumi refresh\` forgets it.\n  ${messageOf(error)}`,
                  { cause: error },
              )
            : error;
    }
}

/** The members are written by now; the next update tries the password again. */
function notReset(
    id: string,
    written: UserState,
    isInDoubt: boolean,
    error: unknown,
): IncompleteResource<UserState> {
    return isInDoubt
        ? new IncompleteResource(id, { ...written, passwordToReset: true }, [
              `${doubt(written.userPrincipalName)} ${messageOf(error)}`,
          ])
        : new IncompleteResource(id, written, [messageOf(error)]);
}
