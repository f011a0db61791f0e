import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import type { UserResource } from "../partnercenter/users";
import { withName } from "../user/nameTaken";
import type { AdminPasswordInputs } from "./shapes";

/**
 * The user whose password is meant: the one that the program names, or the first administrator, whom
 * the service calls `admin` in the tenant's initial domain.
 *
 * @throws PartnerCenterError where there is no such user.
 */
export async function findAdministrator(
    { customerId, userPrincipalName }: AdminPasswordInputs,
    client: PartnerCenter,
): Promise<UserResource & { userPrincipalName: string }> {
    const names =
        userPrincipalName === undefined
            ? await usualNames(customerId, client)
            : [userPrincipalName];
    const users = await client.users.list(customerId);
    for (const name of names) {
        const found = withName(users, name);
        if (found !== undefined) {
            return { ...found, userPrincipalName: found.userPrincipalName ?? name };
        }
    }
    throw new PartnerCenterError(
        userPrincipalName === undefined
            ? `userPrincipalName: customer ${customerId} has no user ${names.join(" or ")}. Give the administrator's name.`
            : `userPrincipalName: customer ${customerId} has no user ${userPrincipalName}. Check the name.`,
    );
}

/** Another domain may have become the default one since the tenant was made. */
async function usualNames(customerId: string, client: PartnerCenter): Promise<string[]> {
    const { companyProfile, customDomains = [] } = await client.getCustomer(customerId);
    const domains = new Set([companyProfile?.domain, ...customDomains]);
    return [...domains].filter((domain) => domain !== undefined).map((domain) => `admin@${domain}`);
}
