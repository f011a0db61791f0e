import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";
import { userPath } from "./users";

/** A role of a customer's directory. Its id is the tenant's own. */
export interface DirectoryRoleResource extends Open {
    id: string;
    name?: string;
}

/** A user as a role's member. */
export interface NewRoleMember {
    id: string;
    displayName: string;
    userPrincipalName: string;
}

/**
 * The calls about directory roles and who has them. They are for an application with a user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-user-roles-for-a-customer
 */
export class DirectoryRoles {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    async list(customerId: string): Promise<DirectoryRoleResource[]> {
        return await this.#operation.list<DirectoryRoleResource>({
            name: "getDirectoryRoles",
            operation: `list the directory roles of the customer ${customerId}`,
            method: "GET",
            path: `${customerPath(customerId)}/directoryroles`,
        });
    }

    /** The roles that a user has. */
    async ofUser(customerId: string, userId: string): Promise<DirectoryRoleResource[]> {
        return await this.#operation.list<DirectoryRoleResource>({
            name: "getDirectoryRoles",
            operation: `list the directory roles of the user ${userId} of the customer ${customerId}`,
            method: "GET",
            path: `${userPath(customerId, userId)}/directoryroles`,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/set-user-roles-for-a-customer */
    async addMember(customerId: string, roleId: string, member: NewRoleMember): Promise<void> {
        await this.#operation.call({
            name: "addRoleMember",
            operation: `give the user ${member.id} of the customer ${customerId} the directory role ${roleId}`,
            method: "POST",
            path: membersPath(customerId, roleId),
            body: { ...member, attributes: { objectType: "UserMember" } },
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/remove-a-customer-user-from-a-role */
    async removeMember(customerId: string, roleId: string, userId: string): Promise<void> {
        await this.#operation.call({
            name: "removeRoleMember",
            operation: `take the directory role ${roleId} from the user ${userId} of the customer ${customerId}`,
            method: "DELETE",
            path: `${membersPath(customerId, roleId)}/${encodeURIComponent(userId)}`,
        });
    }
}

function membersPath(customerId: string, roleId: string): string {
    return `${customerPath(customerId)}/directoryroles/${encodeURIComponent(roleId)}/usermembers`;
}
