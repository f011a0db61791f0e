import type { HeldUser } from "../../../simulator/inspection";
import { destroy, type Operation, type Requests, refresh } from "../resources/operation";
import { type CustomerWorld, mustSucceed, up } from "../resources/world";

const users = "/v1/customers/[^/]+/users";

/** The requests about users and their roles, by what they are. */
export const requests = {
    "create user": { method: "POST", path: `${users}$` },
    "read user": { method: "GET", path: `${users}/[^/]+$` },
    "list users": { method: "GET", path: `${users}$` },
    "change user": { method: "PATCH", path: `${users}/[^/]+$` },
    "reset password": { method: "PATCH", path: "/resetpassword$" },
    "delete user": { method: "DELETE", path: `${users}/[^/]+$` },
    "read customer": { method: "GET", path: "/v1/customers/[^/]+$" },
    "list roles": { method: "GET", path: "/v1/customers/[^/]+/directoryroles$" },
    "roles of user": { method: "GET", path: `${users}/[^/]+/directoryroles$` },
    "give role": { method: "POST", path: "/usermembers$" },
    "take role": { method: "DELETE", path: "/usermembers/[^/]+$" },
} as const satisfies Requests<string>;

export type UserRequest = keyof typeof requests;

const userName = "grace@contoso.onmicrosoft.com";

function userArgs(more: object): Record<string, unknown> {
    return {
        userPrincipalName: userName,
        firstName: "Grace",
        lastName: "Hopper",
        displayName: "Grace Hopper",
        usageLocation: "US",
        ...more,
    };
}

const declaring = (more: object) => async (world: CustomerWorld) => {
    world.args = userArgs(more);
};

const changing =
    (more: object, first: object = {}) =>
    async (world: CustomerWorld) => {
        world.args = userArgs(first);
        await mustSucceed(world);
        world.args = { ...world.args, ...more };
    };

/** A user whom somebody made, or made and deleted. */
const someones = (isDeleted: boolean) => async (world: CustomerWorld) => {
    const { simulator, customerId } = world;
    const userId = simulator.portal.addUser(customerId, {
        userPrincipalName: userName,
        displayName: "Admiral",
    });
    if (isDeleted) simulator.portal.deleteUser(customerId, userId);
    world.args = userArgs({ existingUserId: userId, triggers: { taken: "over" } });
};

const roleDeclared = async (world: CustomerWorld) => {
    const { simulator, customerId } = world;
    const userId = simulator.portal.addUser(customerId, { userPrincipalName: userName });
    world.args = { userId, roleName: "helpdesk administrator" };
};
const roleGiven = async (world: CustomerWorld) => {
    await roleDeclared(world);
    await mustSucceed(world);
};

/** All operations that ask the service for anything. */
export const operations: readonly Operation<UserRequest>[] = [
    {
        name: "create a user",
        kind: "CustomerUser",
        requests: ["create user"],
        prepare: declaring({}),
        run: up,
    },
    {
        name: "create a user with a chosen password",
        kind: "CustomerUser",
        requests: ["create user", "read user"],
        prepare: declaring({ password: "Chosen-by-hand-1" }),
        run: up,
    },
    {
        name: "take a user over",
        kind: "CustomerUser",
        requests: ["read user", "change user", "reset password"],
        prepare: someones(false),
        run: up,
    },
    {
        name: "restore a user",
        kind: "CustomerUser",
        requests: ["read user", "list users", "change user", "reset password"],
        prepare: someones(true),
        run: up,
    },
    {
        name: "read a user",
        kind: "CustomerUser",
        requests: ["read user"],
        prepare: changing({}),
        run: refresh,
    },
    {
        name: "change a user",
        kind: "CustomerUser",
        requests: ["change user"],
        prepare: changing({ displayName: "Admiral Hopper" }),
        run: up,
    },
    {
        name: "change a user and the password",
        kind: "CustomerUser",
        requests: ["change user", "reset password"],
        prepare: changing({ displayName: "Admiral Hopper", triggers: { rotated: "1" } }),
        run: up,
    },
    {
        name: "delete a user",
        kind: "CustomerUser",
        requests: ["delete user"],
        removes: true,
        prepare: changing({}),
        run: destroy,
    },
    {
        name: "give a role",
        kind: "CustomerUserRole",
        requests: ["list roles", "read user", "give role"],
        prepare: roleDeclared,
        run: up,
    },
    {
        name: "read a role",
        kind: "CustomerUserRole",
        requests: ["roles of user"],
        prepare: roleGiven,
        run: refresh,
    },
    {
        name: "take a role",
        kind: "CustomerUserRole",
        requests: ["take role"],
        removes: true,
        prepare: roleGiven,
        run: destroy,
    },
    {
        name: "reset an administrator's password",
        kind: "CustomerAdminPassword",
        requests: ["read customer", "list users", "reset password"],
        prepare: async () => {},
        run: up,
    },
    {
        name: "read an administrator",
        kind: "CustomerAdminPassword",
        requests: ["read user"],
        prepare: mustSucceed,
        run: refresh,
    },
    {
        name: "rotate an administrator's password",
        kind: "CustomerAdminPassword",
        requests: ["reset password"],
        prepare: async (world) => {
            await mustSucceed(world);
            world.args = { triggers: { rotated: "1" } };
        },
        run: up,
    },
];

/** The users of that name whom the resource of a world is about, deleted or not. */
export function usersOf({ simulator, kind }: CustomerWorld): HeldUser[] {
    const name = kind === "CustomerAdminPassword" ? "admin@contoso.onmicrosoft.com" : userName;
    return (simulator.customers[0]?.users ?? []).filter(
        ({ userPrincipalName }) => userPrincipalName === name,
    );
}
