import type { Operation } from "./connection";
import { isMissingRoute } from "./errors";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { Open } from "./types";

/** How a password is set; the service answers it where it was set, and never again. */
export interface PasswordProfile {
    password: string;
    /** Whether the user must choose another one at the next sign-in. */
    forceChangePassword: boolean;
}

/** Members of a user that can be written after its creation. */
export interface UserMembers {
    userPrincipalName: string;
    firstName: string;
    lastName: string;
    displayName: string;
    usageLocation: string;
}

export interface NewUser extends UserMembers {
    immutableId?: string;
    passwordProfile: PasswordProfile;
}

/**
 * A user of a customer's tenant.
 *
 * @see https://learn.microsoft.com/partner-center/developer/user-resources#customeruser
 */
export interface UserResource extends Open, Partial<UserMembers> {
    id: string;
    immutableId?: string;
    passwordProfile?: Partial<PasswordProfile>;
    /** `active`, or `inactive` for 30 days after the deletion. */
    state?: string;
    /** When a deleted user was deleted. */
    softDeletionTime?: string;
    /** `none`, `managed` or `federated`, and whatever else the service may answer. */
    userDomainType?: string;
}

const objectType = { attributes: { objectType: "CustomerUser" } };

/**
 * The calls about the users of customers. They are for an application with a user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/user-resources
 */
export class Users {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * All users who have not been deleted.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-all-user-accounts-for-a-customer
     */
    async list(customerId: string): Promise<UserResource[]> {
        return await this.#operation.list<UserResource>({
            name: "getUsers",
            operation: `list the users of the customer ${customerId}`,
            method: "GET",
            path: `${usersPath(customerId)}?size=0`,
        });
    }

    /**
     * The users who were deleted in the last 30 days, and can be restored.
     *
     * @see https://learn.microsoft.com/partner-center/developer/view-a-deleted-user
     */
    async listDeleted(customerId: string): Promise<UserResource[]> {
        const filter = { Field: "UserState", Value: "Inactive", Operator: "equals" };
        return await this.#operation.list<UserResource>({
            name: "getUsers",
            operation: `list the deleted users of the customer ${customerId}`,
            method: "GET",
            path: `${usersPath(customerId)}?size=500&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-user-account-by-id */
    async get(customerId: string, userId: string): Promise<UserResource> {
        return await this.#operation.identified<UserResource>("a user", {
            name: "getUsers",
            operation: `read the user ${userId} of the customer ${customerId}`,
            method: "GET",
            path: userPath(customerId, userId),
        });
    }

    /**
     * @param requestId The idempotency key; whether the service heeds it for users is not documented.
     * @see https://learn.microsoft.com/partner-center/developer/create-user-accounts-for-a-customer
     */
    async create(customerId: string, user: NewUser, requestId: string): Promise<UserResource> {
        return await this.#operation.identified<UserResource>("a user", {
            name: "createUser",
            operation: `create the user ${user.userPrincipalName} of the customer ${customerId}`,
            method: "POST",
            path: usersPath(customerId),
            body: { ...user, ...objectType },
            requestId,
        });
    }

    /**
     * Changes the given members, and no others.
     *
     * @see https://learn.microsoft.com/partner-center/developer/update-user-accounts-for-a-customer
     */
    async update(
        customerId: string,
        userId: string,
        change: Partial<UserMembers>,
    ): Promise<UserResource> {
        return await this.#patch(customerId, userId, "change", change);
    }

    /**
     * Brings a deleted user back, as it was.
     *
     * @see https://learn.microsoft.com/partner-center/developer/restore-a-user-for-a-customer
     */
    async restore(customerId: string, userId: string): Promise<UserResource> {
        return await this.#patch(customerId, userId, "restore", { state: "active" });
    }

    /**
     * The old password stops working. Older versions of the service, and Microsoft's own client, have
     * no path for it, and change the user.
     *
     * @see https://learn.microsoft.com/partner-center/developer/reset-user-password-for-a-customer
     */
    async resetPassword(
        customerId: string,
        userId: string,
        passwordProfile: PasswordProfile,
    ): Promise<void> {
        const call = {
            name: "resetPassword",
            operation: `reset the password of the user ${userId} of the customer ${customerId}`,
            method: "PATCH",
            body: { passwordProfile, ...objectType },
        } as const;
        const path = userPath(customerId, userId);
        try {
            await this.#operation.call({ ...call, path: `${path}/resetpassword` });
        } catch (error) {
            if (!isMissingRoute(error)) {
                throw error;
            }
            await this.#operation.call({ ...call, path });
        }
    }

    /**
     * Deletes a user, who can be restored for 30 days.
     *
     * @see https://learn.microsoft.com/partner-center/developer/delete-user-accounts-for-a-customer
     */
    async delete(customerId: string, userId: string): Promise<void> {
        await this.#operation.call({
            name: "deleteUser",
            operation: `delete the user ${userId} of the customer ${customerId}`,
            method: "DELETE",
            path: userPath(customerId, userId),
        });
    }

    /** @returns The user as it is now: the answer holds it, or it is read. */
    async #patch(
        customerId: string,
        userId: string,
        verb: string,
        change: object,
    ): Promise<UserResource> {
        const answer = (await this.#operation.call({
            name: "updateUser",
            operation: `${verb} the user ${userId} of the customer ${customerId}`,
            method: "PATCH",
            path: userPath(customerId, userId),
            body: { ...change, ...objectType },
        })) as object | undefined;
        return answer === undefined
            ? await this.get(customerId, userId)
            : { ...(camelCased(answer) as object), id: userId };
    }
}

function usersPath(customerId: string): string {
    return `${customerPath(customerId)}/users`;
}

/** Where the service keeps a user. */
export function userPath(customerId: string, userId: string): string {
    return `${usersPath(customerId)}/${encodeURIComponent(userId)}`;
}
