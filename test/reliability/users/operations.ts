import type { Kind } from "../../../provider/dynamic/kinds";
import type { Outcome } from "../engine/engineModel";
import type { ProcessOptions } from "../engine/providerProcess";
import { mustSucceed, type UserWorld, up, userArgs, userName, usersCalled } from "./world";

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
} as const;

export type UserRequest = keyof typeof requests;

/** Something that the engine asks of the provider, about a customer's users. */
export interface UserOperation {
    name: string;
    kind: Kind;
    /** In the order in which they are made. */
    requests: readonly UserRequest[];
    /** Whether the resource ends with it. */
    removes?: true;
    /** Brings about what the operation starts from. */
    prepare(world: UserWorld): Promise<void>;
    run(world: UserWorld, how?: Partial<ProcessOptions>): Promise<Outcome>;
}

const declaring = (more: object) => async (world: UserWorld) => {
    world.args = userArgs(world.customerId, { ...more });
};

const changing =
    (more: object, first: object = {}) =>
    async (world: UserWorld) => {
        world.args = userArgs(world.customerId, { ...first });
        await mustSucceed(up(world));
        world.args = { ...world.args, ...more };
    };

/** A user whom somebody made, or made and deleted. */
const someones = (isDeleted: boolean) => async (world: UserWorld) => {
    const { simulator, customerId } = world;
    const userId = simulator.portal.addUser(customerId, {
        userPrincipalName: userName,
        displayName: "Admiral",
    });
    if (isDeleted) simulator.portal.deleteUser(customerId, userId);
    world.args = userArgs(customerId, { existingUserId: userId, triggers: { taken: "over" } });
};

const refresh: UserOperation["run"] = ({ stack }, how) => stack.refresh(how);
const destroy: UserOperation["run"] = ({ stack }, how) => stack.destroy(how);

const roleDeclared = async (world: UserWorld) => {
    const { simulator, customerId } = world;
    const userId = simulator.portal.addUser(customerId, { userPrincipalName: userName });
    world.args = { customerId, userId, roleName: "helpdesk administrator" };
};
const roleGiven = async (world: UserWorld) => {
    await roleDeclared(world);
    await mustSucceed(up(world));
};

const passwordDeclared = async (world: UserWorld) => {
    world.args = { customerId: world.customerId };
};
const passwordReset = async (world: UserWorld) => {
    await passwordDeclared(world);
    await mustSucceed(up(world));
};

/** All operations that ask the service for anything. */
export const operations: readonly UserOperation[] = [
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
        prepare: passwordDeclared,
        run: up,
    },
    {
        name: "read an administrator",
        kind: "CustomerAdminPassword",
        requests: ["read user"],
        prepare: passwordReset,
        run: refresh,
    },
    {
        name: "rotate an administrator's password",
        kind: "CustomerAdminPassword",
        requests: ["reset password"],
        prepare: async (world) => {
            await passwordReset(world);
            world.args = { ...world.args, triggers: { rotated: "1" } };
        },
        run: up,
    },
];

/** The user that the resource of a world is about. */
export function userOf(world: UserWorld) {
    const name =
        world.kind === "CustomerAdminPassword" ? "admin@contoso.onmicrosoft.com" : userName;
    return usersCalled(world, name);
}
