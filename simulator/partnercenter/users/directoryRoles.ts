import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Env, Service } from "../../service";
import { bind } from "../http/bind";
import { failureOf, ServiceFailure } from "../http/errors";
import { pageWire } from "../http/paging";
import { missing, refuse } from "../http/problem";
import { readJson } from "../http/requestBody";
import { collectionWire } from "../http/wire";
import {
    getUser,
    getUsersCustomer,
    putUser,
    requireUserWrites,
    userNotFound,
    usersOf,
} from "./access";
import { type DirectoryRole, directoryRolesOf } from "./directoryRole";
import { directoryRoleWire, userMemberWire } from "./wire";

const memberShape = { id: "text", displayName: "text", userPrincipalName: "text" } as const;

/** `/v1/customers/{id}/directoryroles`, and the roles of a user. */
export function directoryRoleRoutes(service: Service): Hono<Env> {
    const { uncertain } = service.settings;
    const customerOf = (c: Context<Env>) => getUsersCustomer(service, c);
    const members = "/customers/:id/directoryroles/:roleId/usermembers";
    return new Hono<Env>()
        .get("/customers/:id/directoryroles", (c) =>
            c.json(collectionWire(directoryRolesOf(customerOf(c).id).map(directoryRoleWire))),
        )
        .get("/customers/:id/users/:userId/directoryroles", (c) => {
            const customer = customerOf(c);
            const { roles } = getUser(customer, c.req.param("userId"), service);
            const theirs = directoryRolesOf(customer.id).filter(({ id }) => roles.includes(id));
            return c.json(collectionWire(theirs.map(directoryRoleWire)));
        })
        .get(members, (c) => {
            const customer = customerOf(c);
            const role = roleOf(customer, c.req.param("roleId"));
            const holders = usersOf(customer, service).filter(
                ({ state, roles }) => state === "active" && roles.includes(role.id),
            );
            const path = `/customers/${customer.id}/directoryroles/${role.id}/usermembers`;
            return c.json(
                pageWire(holders, (user) => userMemberWire(user, role.id), path, c, uncertain),
            );
        })
        .post(members, async (c) => {
            const given = bind(memberShape, await readJson(c));
            const customer = customerOf(c);
            requireUserWrites(service);
            const role = roleOf(customer, c.req.param("roleId"));
            refuse(
                Object.entries({
                    id: given.id,
                    display_name: given.displayName,
                    user_principal_name: given.userPrincipalName,
                })
                    .filter(([, value]) => value === undefined || value === "")
                    .map(([name]) => missing(name)),
            );
            const user = getUser(customer, given.id ?? "", service);
            if (user.roles.includes(role.id) && uncertain.roleGivenAgain !== "accepted") {
                throw failureOf(
                    uncertain.roleGivenAgain,
                    "One or more added object references already exist.",
                );
            }
            const roles = [...new Set([...user.roles, role.id])];
            putUser(service, customer, { ...user, roles });
            return c.json(userMemberWire(user, role.id), 201);
        })
        .delete(`${members}/:userId`, (c) => {
            const customer = customerOf(c);
            requireUserWrites(service);
            const role = roleOf(customer, c.req.param("roleId"));
            const user = getUser(customer, c.req.param("userId"), service);
            if (!user.roles.includes(role.id)) throw userNotFound(user.id);
            const roles = user.roles.filter((id) => id !== role.id);
            putUser(service, customer, { ...user, roles });
            return c.body(null, 204);
        });
}

/** @throws ServiceFailure 404 where the customer has no such role. */
function roleOf(customer: CustomerRecord, id: string): DirectoryRole {
    const role = directoryRolesOf(customer.id).find((one) => one.id === id.toLowerCase());
    if (role !== undefined) return role;
    throw new ServiceFailure(404, 1000, `The role ${id} was not found.`);
}
