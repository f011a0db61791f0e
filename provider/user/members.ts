import type { UserMembers, UserResource } from "../partnercenter/users";
import { sameName } from "../validation/sameName";
import type { DeclaredUser, UserState } from "./shapes";

const names = [
    "userPrincipalName",
    "firstName",
    "lastName",
    "displayName",
    "usageLocation",
] as const satisfies readonly (keyof UserMembers)[];

/** Members whose case the service changes as it likes. */
const anyCase: ReadonlySet<string> = new Set(["userPrincipalName", "usageLocation"]);

/** The members that can be written. */
export function membersOf(user: Partial<UserMembers>): UserMembers {
    return Object.fromEntries(names.map((name) => [name, user[name] ?? ""])) as Record<
        keyof UserMembers,
        string
    >;
}

/** The members at which what the service holds is not what the program wants. */
export function differences(
    desired: Partial<UserMembers>,
    held: Partial<UserMembers>,
): (keyof UserMembers)[] {
    const [wanted, found] = [membersOf(desired), membersOf(held)];
    return names.filter((name) =>
        anyCase.has(name) ? !sameName(wanted[name], found[name]) : wanted[name] !== found[name],
    );
}

/** The state of a user; what the service does not tell is as it was declared. */
export function toState(declared: DeclaredUser, held: UserResource): UserState {
    const { customerId, forceChangePassword, existingUserId, triggers } = declared;
    const immutableId = held.immutableId ?? declared.immutableId;
    return {
        customerId,
        ...membersOf(held),
        ...(immutableId && { immutableId }),
        forceChangePassword,
        ...(existingUserId && { existingUserId }),
        ...(triggers && { triggers }),
        userId: held.id,
        state: held.state ?? "active",
    };
}

/** Whether a user is deleted, which the service keeps for 30 days. */
export function isDeleted({ state = "active" }: UserResource): boolean {
    return sameName(state, "inactive");
}

/** The state with a password that is known to work. */
export function withPassword(state: UserState, password: string): UserState {
    const { passwordToReset: _, ...settled } = state;
    return { ...settled, credentials: { userName: state.userPrincipalName, password } };
}
