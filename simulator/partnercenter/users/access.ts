import type { Context } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Env, Service } from "../../service";
import { getDelegatedCustomer } from "../customers/access";
import { requireUser } from "../http/authorisation";
import { ServiceFailure } from "../http/errors";

/** How long a deleted user can be restored (docs: delete-user-accounts-for-a-customer). */
const restorableMs = 30 * 24 * 60 * 60 * 1000;

/** The customer of a path, of whose users an application with a user may speak. */
export function getUsersCustomer(service: Service, c: Context<Env>): CustomerRecord {
    requireUser(c);
    return getDelegatedCustomer(service, c.req.param("id") ?? "");
}

/** The users that are there, deleted ones as long as they can be restored. */
export function usersOf({ users }: CustomerRecord, { settings }: Service): UserRecord[] {
    return users.filter(
        ({ softDeletionTime }) =>
            softDeletionTime === undefined ||
            Date.parse(softDeletionTime) + restorableMs > settings.now(),
    );
}

/**
 * The user of a path, deleted or not.
 *
 * @throws ServiceFailure 404 where there is none any more.
 */
export function findUser(customer: CustomerRecord, id: string, service: Service): UserRecord {
    const user = usersOf(customer, service).find((one) => one.id === id.toLowerCase());
    if (user === undefined) throw userNotFound(id);
    return user;
}

/**
 * The user of a path who has not been deleted.
 *
 * @throws ServiceFailure 404 where there is none.
 */
export function getUser(customer: CustomerRecord, id: string, service: Service): UserRecord {
    const user = findUser(customer, id, service);
    if (user.state === "inactive") throw userNotFound(id);
    return user;
}

export function userNotFound(id: string): ServiceFailure {
    return new ServiceFailure(404, 60002, `The user ${id} was not found.`);
}

/** Replaces the user of that id, or adds it. */
export function putUser({ store }: Service, { id }: CustomerRecord, user: UserRecord): void {
    const customer = store.findCustomer(id);
    if (customer === undefined) return;
    const others = customer.users.filter((one) => one.id !== user.id);
    store.putCustomer({ ...customer, users: [...others, user] });
}

/** docs: developing-for-partner-center-for-microsoft-national-cloud. */
export function requireUserWrites({ settings }: Service): void {
    if (settings.cloud === "usGov") throw notInThisCloud();
}

export function requirePasswordResets({ settings }: Service): void {
    if (settings.cloud !== "global") throw notInThisCloud();
}

/** The pages of licences are of the public cloud alone; 21Vianet is said to have none. */
export function requireLicenceWrites({ settings }: Service): void {
    if (settings.cloud !== "global") throw notInThisCloud();
}

function notInThisCloud(): ServiceFailure {
    return new ServiceFailure(400, 900127, "The operation is not supported in this environment.");
}
