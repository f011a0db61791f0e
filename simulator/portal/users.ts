import { randomUUID } from "node:crypto";
import { directoryRolesOf } from "../partnercenter/users/directoryRole";
import type { Portal } from "../portal";
import type { UserRecord } from "../records/users";
import type { Service } from "../service";
import type { Changes } from "./changes";

/** What becomes of the users of a customer's tenant. */
export function userPortal(
    { settings }: Service,
    { changeCustomer, changeUser }: Changes,
): Pick<Portal, "addUser" | "changeUser" | "deleteUser" | "removeRole" | "changeLicense"> {
    return {
        addUser: (id, { password = `${randomUUID()}A`, ...members }) => {
            const user: UserRecord = {
                displayName: members.userPrincipalName,
                ...members,
                id: randomUUID(),
                passwords: [password],
                forceChangePassword: false,
                state: "active",
                roles: [],
            };
            changeCustomer(id, ({ users }) => ({ users: [...users, user] }));
            return user.id;
        },
        changeUser: (id, userId, { password, ...members }) =>
            changeUser(id, userId, (user) => ({
                ...user,
                ...members,
                passwords: [...user.passwords, ...(password === undefined ? [] : [password])],
            })),
        deleteUser: (id, userId) =>
            changeUser(id, userId, (user) => ({
                ...user,
                state: "inactive",
                softDeletionTime: new Date(settings.now()).toISOString(),
            })),
        removeRole: (id, userId, role) =>
            changeUser(id, userId, (user) => {
                const removed = directoryRolesOf(id).find(({ name }) => name === role)?.id;
                if (removed === undefined) throw new Error(`There is no role ${role}.`);
                return { ...user, roles: user.roles.filter((one) => one !== removed) };
            }),
        changeLicense: (id, userId, skuId, excludedPlans) =>
            changeUser(id, userId, ({ licenses = [], ...user }) => {
                const others = licenses.filter((one) => one.skuId !== skuId);
                const changed = excludedPlans === undefined ? [] : [{ skuId, excludedPlans }];
                return { ...user, licenses: [...others, ...changed] };
            }),
    };
}
