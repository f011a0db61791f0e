import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Uncertain } from "../../uncertain";
import { link } from "../http/wire";
import type { DirectoryRole } from "./directoryRole";

type Wire = Record<string, unknown>;

/** A user as lists and reads hold it (docs: get-a-list-of-all-user-accounts-for-a-customer). */
export function userWire(customer: CustomerRecord, user: UserRecord): Wire {
    const { passwords: _, forceChangePassword: __, roles: ___, licenses: ____, ...members } = user;
    const [, domain = ""] = user.userPrincipalName.toLowerCase().split("@");
    return {
        ...members,
        userDomainType: customer.federatedDomains.includes(domain) ? "federated" : "none",
        links: { self: link(`/customers/${customer.id}/users/${user.id}`) },
        attributes: { objectType: "CustomerUser" },
    };
}

/** A user as it is answered where its password was set (docs: reset-user-password-for-a-customer). */
export function userWithPasswordWire(
    customer: CustomerRecord,
    user: UserRecord,
    { passwordInUserAnswers }: Uncertain,
): Wire {
    const { forceChangePassword, passwords } = user;
    const isEchoed = passwordInUserAnswers === "echoed";
    return {
        ...userWire(customer, user),
        passwordProfile: {
            forceChangePassword,
            ...(isEchoed ? { password: passwords.at(-1) } : {}),
        },
        lastDirectorySyncTime: null,
        softDeletionTime: null,
    };
}

/** docs: get-user-roles-for-a-customer. */
export function directoryRoleWire({ id, name }: DirectoryRole): Wire {
    return { name, id, attributes: { objectType: "DirectoryRole" } };
}

/** docs: set-user-roles-for-a-customer. */
export function userMemberWire(user: UserRecord, roleId: string): Wire {
    const { id, displayName, userPrincipalName } = user;
    return {
        displayName,
        userPrincipalName,
        roleId,
        id,
        attributes: { objectType: "UserMember" },
    };
}
