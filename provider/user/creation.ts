import { randomUUID } from "node:crypto";
import { compositeId } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import { newPassword } from "../lifecycle/password";
import { patienceMs, patiently } from "../lifecycle/patience";
import { requestIdOf } from "../lifecycle/requestId";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, isNotFound, isRefusal, messageOf } from "../partnercenter/errors";
import type { NewUser, UserResource } from "../partnercenter/users";
import { isDeleted, membersOf, toState, withPassword } from "./members";
import { explainTakenName } from "./nameTaken";
import { resetPassword } from "./passwordReset";
import type { UserInputs, UserState } from "./shapes";

/**
 * Makes the user, exactly once, with a password that is known.
 *
 * @throws IncompleteResource as soon as the id is known and anything after that failed.
 */
export async function createUser(
    inputs: UserInputs,
    client: PartnerCenter,
    patience = patienceMs,
): Promise<UserState> {
    const user = toNewUser(inputs);
    const answer = await post(inputs, user, client, patience);
    if (isSurelyNew(answer, inputs, user)) {
        return withPassword(toState(inputs, answer), user.passwordProfile.password);
    }
    const held = await readBack(answer, inputs, client, patience);
    const [certain, shown] =
        held === "deleted" || held === "invisible"
            ? await replaced(answer, held, user, inputs, client, patience)
            : [answer, held];
    return await knowingPassword(certain, shown, user, inputs, client);
}

function toNewUser(inputs: UserInputs): NewUser {
    const { immutableId, password = newPassword(), forceChangePassword } = inputs;
    return {
        ...membersOf(inputs),
        ...(immutableId && { immutableId }),
        passwordProfile: { password, forceChangePassword },
    };
}

/**
 * The password is no part of what the request id is made from: a random one is another one in the next
 * run, and a chosen one must not be guessed from an id that is in every log.
 */
async function post(
    inputs: UserInputs,
    user: NewUser,
    client: PartnerCenter,
    patience: number,
): Promise<UserResource> {
    const { passwordProfile: _, ...open } = user;
    const { customerId, requestKey = "" } = inputs;
    const tenant = (await client.partnerTenantId()) ?? "";
    try {
        const requestId = requestIdOf(requestKey, tenant, { customerId, ...open });
        return await client.users.create(customerId, user, requestId);
    } catch (error) {
        if (!isRefusal(error)) {
            throw error;
        }
    }
    return await postAnew(inputs, user, client, patience);
}

/**
 * A refusal may be the replay of an older one, whose cause was removed since: a further attempt carries
 * an id of its own, and its answer is final. A tenant that was made a moment ago may not be found yet.
 */
async function postAnew(
    { customerId }: UserInputs,
    user: NewUser,
    client: PartnerCenter,
    patience: number,
): Promise<UserResource> {
    try {
        return await patiently(
            () => client.users.create(customerId, user, randomUUID()),
            client,
            patience,
        );
    } catch (error) {
        throw await explainTakenName(error, customerId, user.userPrincipalName, client);
    }
}

/** An answer that holds the random password of this very run is no replay. */
function isSurelyNew(answer: UserResource, inputs: UserInputs, user: NewUser): boolean {
    return (
        inputs.password === undefined &&
        answer.passwordProfile?.password === user.passwordProfile.password
    );
}

/** The user as it is held. Reading right after writing can be too early. */
async function readBack(
    answer: UserResource,
    inputs: UserInputs,
    client: PartnerCenter,
    patience: number,
): Promise<UserResource | "deleted" | "invisible"> {
    const { customerId } = inputs;
    const read = async () => await readOrDeleted(customerId, answer.id, client);
    try {
        const held = await patiently(read, client, patience);
        return isDeleted(held) ? "deleted" : held;
    } catch (error) {
        if (isNotFound(error)) {
            return "invisible";
        }
        throw incomplete(answer, inputs, client, "could not be read back", error);
    }
}

/**
 * The answer is the replay of a user who was deleted since, or the service does not show a new one yet.
 * Another creation tells: a taken name proves the first answer right.
 */
async function replaced(
    answer: UserResource,
    held: "deleted" | "invisible",
    user: NewUser,
    inputs: UserInputs,
    client: PartnerCenter,
    patience: number,
): Promise<[UserResource, UserResource]> {
    try {
        const second = await postAnew(inputs, user, client, patience);
        return [second, second];
    } catch (error) {
        throw held === "deleted"
            ? error
            : incomplete(answer, inputs, client, "is not shown by the service yet", error);
    }
}

/** A deleted user may be answered as such, or not found: then the list of deleted ones has it. */
async function readOrDeleted(
    customerId: string,
    userId: string,
    client: PartnerCenter,
): Promise<UserResource> {
    try {
        return await client.users.get(customerId, userId);
    } catch (error) {
        const deleted = isGone(error) ? await client.users.listDeleted(customerId) : [];
        const found = deleted.find(({ id }) => id === userId);
        if (found === undefined) {
            throw error;
        }
        return { ...found, state: "inactive" };
    }
}

/**
 * A replayed answer holds the password of the first run, or none; what was sent now is then no one's.
 * A password that is not certain is reset.
 */
async function knowingPassword(
    answer: UserResource,
    held: UserResource,
    { passwordProfile: sent }: NewUser,
    inputs: UserInputs,
    client: PartnerCenter,
): Promise<UserState> {
    const state = toState(inputs, held);
    const answered = answer.passwordProfile?.password;
    const wanted = inputs.password ?? answered;
    if (wanted !== undefined && wanted === answered) {
        return withPassword(state, wanted);
    }
    // Where no password can be reset, the program has chosen it, and chose it in an earlier run too.
    if (client.obstacleTo("resetPassword") !== undefined) {
        return withPassword(state, answered ?? sent.password);
    }
    try {
        return withPassword(state, await resetPassword({ ...state, ...sent }, client));
    } catch (error) {
        throw incomplete(answer, inputs, client, "has a password that is not known", error);
    }
}

/** The user exists, and the next update completes it: it sets the password, where one can be set. */
function incomplete(
    answer: UserResource,
    inputs: UserInputs,
    client: PartnerCenter,
    what: string,
    error: unknown,
): IncompleteResource<UserState> {
    const known = toState(inputs, answer);
    const state: UserState =
        client.obstacleTo("resetPassword") !== undefined && inputs.password !== undefined
            ? withPassword(known, inputs.password)
            : { ...known, passwordToReset: true };
    return new IncompleteResource(compositeId(inputs.customerId, answer.id), state, [
        `User ${inputs.userPrincipalName} (${answer.id}) was created, but ${what}; \`pulumi up\` completes it. ${messageOf(error)}`,
    ]);
}
