import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";
import { requireGuids } from "./ids";

/** Whose users. */
export interface GetCustomerUsersArgs {
    /** The customer's tenant, a GUID. */
    customerId: string;
    /**
     * Whether to list the users who were deleted in the last 30 days, instead of the others.
     *
     * @defaultValue `false`
     */
    deleted?: boolean;
}

/**
 * A user of a customer's tenant, as lists hold it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/user-resources#customeruser
 */
export interface ListedCustomerUser {
    /** A GUID. */
    id: string;
    userPrincipalName?: string;
    firstName?: string;
    lastName?: string;
    displayName?: string;
    usageLocation?: string;
    /** `active` or `inactive`. */
    state?: string;
    /** When a deleted user was deleted: `2017-01-20T00:33:34Z`. */
    softDeletionTime?: string;
    /** `none`, `managed` or `federated`. */
    userDomainType?: string;
}

/**
 * Lists the users of a customer, or those who can be restored. Needs sign-in as application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-all-user-accounts-for-a-customer
 * @example
 * ```typescript
 * const users = await partnercenter.getCustomerUsers({
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * const names = users.map(({ userPrincipalName }) => userPrincipalName);
 * ```
 */
export async function getCustomerUsers(
    { customerId, deleted = false }: GetCustomerUsersArgs,
    options?: PartnerCenterOptions,
): Promise<ListedCustomerUser[]> {
    return await ask(options, async (client) => {
        requireGuids({ customerId });
        const found = deleted
            ? await client.users.listDeleted(customerId)
            : await client.users.list(customerId);
        return found.map(dataOf) as ListedCustomerUser[];
    });
}

/** `getCustomerUsers` for arguments that are outputs. */
export const getCustomerUsersOutput: OutputForm<GetCustomerUsersArgs, ListedCustomerUser[]> =
    outputForm(getCustomerUsers);

/** Whose directory roles. */
export interface GetCustomerDirectoryRolesArgs {
    /** The customer's tenant, a GUID. */
    customerId: string;
    /** Only the roles of this user, a GUID. */
    userId?: string;
}

/** A role of a customer's directory. */
export interface DirectoryRole {
    /** A GUID that each tenant has of its own. */
    id: string;
    name?: string;
}

/**
 * Lists the directory roles of a customer, or of one user. Needs sign-in as application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-user-roles-for-a-customer
 * @example
 * ```typescript
 * const roles = await partnercenter.getCustomerDirectoryRoles({
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * ```
 */
export async function getCustomerDirectoryRoles(
    { customerId, userId }: GetCustomerDirectoryRolesArgs,
    options?: PartnerCenterOptions,
): Promise<DirectoryRole[]> {
    return await ask(options, async (client) => {
        requireGuids({ customerId, ...(userId !== undefined && { userId }) });
        const found =
            userId === undefined
                ? await client.directoryRoles.list(customerId)
                : await client.directoryRoles.ofUser(customerId, userId);
        return found.map(dataOf) as DirectoryRole[];
    });
}

/** `getCustomerDirectoryRoles` for arguments that are outputs. */
export const getCustomerDirectoryRolesOutput: OutputForm<
    GetCustomerDirectoryRolesArgs,
    DirectoryRole[]
> = outputForm(getCustomerDirectoryRoles);
