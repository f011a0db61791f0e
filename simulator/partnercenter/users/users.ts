import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Env, Service } from "../../service";
import { bind } from "../http/bind";
import { invalidInput } from "../http/errors";
import { readFilter } from "../http/filter";
import { pageWire } from "../http/paging";
import { refuse } from "../http/problem";
import { queryOf } from "../http/query";
import { readJson } from "../http/requestBody";
import {
    findUser,
    getUser,
    getUsersCustomer,
    putUser,
    requirePasswordResets,
    requireUserWrites,
    userNotFound,
    usersOf,
} from "./access";
import { changedUser } from "./change";
import { newUser, passwordProblems, requireFreeName, type UserRequest, userShape } from "./newUser";
import { userWire, userWithPasswordWire } from "./wire";

/** `/v1/customers/{id}/users`. All of it is for an application with a user. */
export function userRoutes(service: Service): Hono<Env> {
    const { uncertain, now } = service.settings;
    const customerOf = (c: Context<Env>) => getUsersCustomer(service, c);
    const userOf = (c: Context<Env>) => c.req.param("userId") ?? "";

    /** @throws ServiceFailure where the password is too weak. */
    function withPassword(user: UserRecord, { passwordProfile = {} }: UserRequest): UserRecord {
        const { password = "", forceChangePassword = true } = passwordProfile;
        requirePasswordResets(service);
        refuse(passwordProblems(password, user.userPrincipalName));
        return { ...user, passwords: [...user.passwords, password], forceChangePassword };
    }

    function restored(customer: CustomerRecord, user: UserRecord): UserRecord {
        requireFreeName(service, customer, user.userPrincipalName, user.id);
        const { softDeletionTime: _, ...members } = user;
        return { ...members, state: "active" };
    }

    return new Hono<Env>()
        .get("/customers/:id/users", (c) => {
            const customer = customerOf(c);
            const isAsked = stateFilter(queryOf(c, "filter"));
            const users = usersOf(customer, service).filter(({ state }) => isAsked(state));
            const path = `/customers/${customer.id}/users`;
            return c.json(pageWire(users, (one) => userWire(customer, one), path, c, uncertain));
        })
        .post("/customers/:id/users", async (c) => {
            const body = await readJson(c);
            const customer = customerOf(c);
            requireUserWrites(service);
            const user = newUser(service, customer, body);
            putUser(service, customer, user);
            return c.json(
                userWithPasswordWire(customer, user, uncertain),
                uncertain.userCreateStatus,
            );
        })
        .get("/customers/:id/users/:userId", (c) => {
            const customer = customerOf(c);
            const user = findUser(customer, userOf(c), service);
            if (user.state === "inactive" && uncertain.deletedUser === "404") {
                throw userNotFound(user.id);
            }
            return c.json(userWire(customer, user));
        })
        .patch("/customers/:id/users/:userId", async (c) => {
            const change = bind(userShape, await readJson(c));
            const customer = customerOf(c);
            requireUserWrites(service);
            const found = findUser(customer, userOf(c), service);
            const isRestored = change.state?.toLowerCase() === "active";
            if (found.state === "inactive" && !isRestored) throw userNotFound(found.id);
            const present = found.state === "inactive" ? restored(customer, found) : found;
            const changed = changedUser(service, customer, present, change);
            const resets =
                change.passwordProfile?.password !== undefined &&
                uncertain.passwordReset !== "resetpassword";
            const user = resets ? withPassword(changed, change) : changed;
            putUser(service, customer, user);
            return c.json(
                resets ? userWithPasswordWire(customer, user, uncertain) : userWire(customer, user),
            );
        })
        .patch("/customers/:id/users/:userId/resetpassword", async (c) => {
            if (uncertain.passwordReset === "user") return c.notFound();
            const change = bind(userShape, await readJson(c));
            const customer = customerOf(c);
            const user = withPassword(getUser(customer, userOf(c), service), change);
            putUser(service, customer, user);
            return c.json(userWithPasswordWire(customer, user, uncertain));
        })
        .delete("/customers/:id/users/:userId", (c) => {
            const customer = customerOf(c);
            requireUserWrites(service);
            const user = getUser(customer, userOf(c), service);
            const softDeletionTime = new Date(now()).toISOString();
            putUser(service, customer, { ...user, state: "inactive", softDeletionTime });
            return c.body(null, 204);
        });
}

// docs: view-a-deleted-user calls the field UserState, and in its answer UserStatus.
function stateFilter(text: string | undefined): (state: string) => boolean {
    if (text === undefined) return (state) => state === "active";
    const { field, matches } = readFilter(text, "equals");
    if (field === "userstate" || field === "userstatus") return matches;
    throw invalidInput("filter", `there is no field ${field}`);
}
