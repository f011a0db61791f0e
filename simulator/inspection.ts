import { customerWire } from "./partnercenter/customers/wire";
import { directoryRolesOf } from "./partnercenter/users/directoryRole";
import type { Agreement, CustomerRecord, Qualification } from "./records/customers";
import type { ConfigurationPolicy, Device, DeviceBatch } from "./records/devices";
import type { Migration, MigrationSchedule } from "./records/migrations";
import type { Cart, Order } from "./records/purchases";
import type { Overage, Subscription } from "./records/subscriptions";
import type { UserRecord } from "./records/users";
import type { Uncertain } from "./uncertain";

/** A customer that the simulator holds, also one that was deleted or has left. */
export interface HeldCustomer {
    /** The customer's tenant. */
    id: string;
    domain: string;
    /** The customer as getting it by id answers it. */
    wire: Record<string, unknown>;
    relationshipToPartner: "reseller" | "none";
    deleted: boolean;
    /** The administrator's one-time password, so that a test can search logs for it. */
    password: string;
    /** The `MS-RequestId` that it was created with. */
    requestId: string;
    associatedPartnerId: string | undefined;
    subscriptions: readonly Subscription[];
    carts: readonly Cart[];
    /** What was bought through the API, in the order of the purchases. */
    orders: readonly Order[];
    /** What was moved from the former commerce, in the order of the requests. */
    migrations: readonly Migration[];
    /** What is to be moved, and was; cancelled ones too. */
    migrationSchedules: readonly MigrationSchedule[];
    /** What the partner has confirmed, in order. */
    agreements: readonly Agreement[];
    qualifications: readonly Qualification[];
    configurationPolicies: readonly ConfigurationPolicy[];
    deviceBatches: readonly DeviceBatch[];
    /** What its batches hold. */
    devices: readonly Device[];
    /** What Azure usage may cost in a month; `undefined` without a budget. */
    usageBudget: number | undefined;
    overage: Overage | undefined;
    /** All users of the tenant, the deleted ones too. */
    users: readonly HeldUser[];
}

/** A user of a customer's tenant. */
export interface HeldUser extends Omit<UserRecord, "roles"> {
    /** The password that works now. */
    password: string;
    /** Names of directory roles. */
    roles: readonly string[];
}

export function heldCustomer(customer: CustomerRecord, uncertain: Uncertain): HeldCustomer {
    return {
        id: customer.id,
        domain: customer.domain,
        wire: customerWire(customer, uncertain),
        relationshipToPartner: customer.relationshipToPartner,
        deleted: customer.deleted,
        password: customer.userCredentials.password,
        requestId: customer.requestId,
        associatedPartnerId: customer.associatedPartnerId,
        subscriptions: customer.subscriptions,
        carts: customer.carts ?? [],
        orders: customer.orders ?? [],
        migrations: customer.migrations ?? [],
        migrationSchedules: customer.migrationSchedules ?? [],
        agreements: customer.agreements ?? [],
        qualifications: customer.qualifications ?? [],
        configurationPolicies: customer.configurationPolicies ?? [],
        deviceBatches: customer.deviceBatches ?? [],
        devices: customer.devices ?? [],
        usageBudget: customer.usageBudget,
        overage: customer.overage,
        users: customer.users.map((user) => heldUser(customer, user)),
    };
}

function heldUser({ id }: CustomerRecord, user: UserRecord): HeldUser {
    const roles = directoryRolesOf(id).filter((role) => user.roles.includes(role.id));
    return {
        ...user,
        password: user.passwords.at(-1) ?? "",
        roles: roles.map(({ name }) => name),
    };
}
