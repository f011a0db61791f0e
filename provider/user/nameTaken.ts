import type { PartnerCenter } from "../partnercenter/client";
import { ApiError, PartnerCenterError } from "../partnercenter/errors";
import type { UserResource } from "../partnercenter/users";
import { sameName } from "../validation/sameName";
import { restorableUntil } from "./deleted";

/** The service has no code of its own for a name that is taken: whose it is is told. */
export async function explainTakenName(
    error: unknown,
    customerId: string,
    userPrincipalName: string,
    client: PartnerCenter,
): Promise<unknown> {
    if (!(error instanceof ApiError) || ![400, 409, 422].includes(error.status)) {
        return error;
    }
    // Explaining a refusal is a courtesy: when it fails, the refusal itself is what counts.
    const owner = await ownerOf(customerId, userPrincipalName, client).catch(() => undefined);
    return owner === undefined
        ? error
        : new PartnerCenterError(`${error.message}\n  ${explanation(userPrincipalName, owner)}`, {
              cause: error,
          });
}

async function ownerOf(
    customerId: string,
    userPrincipalName: string,
    client: PartnerCenter,
): Promise<UserResource | undefined> {
    const users = await client.users.list(customerId);
    return (
        withName(users, userPrincipalName) ??
        withName(await client.users.listDeleted(customerId), userPrincipalName)
    );
}

/** The user of a list who has a name, in any casing. */
export function withName(
    users: readonly UserResource[],
    userPrincipalName: string,
): UserResource | undefined {
    return users.find((user) => sameName(user.userPrincipalName, userPrincipalName));
}

function explanation(userPrincipalName: string, owner: UserResource): string {
    const line = `add this line to the resource:\n    existingUserId: "${owner.id}",\n  The password stays as it is, unless the resource has password or triggers too: then it is reset.`;
    return owner.softDeletionTime === undefined
        ? `${userPrincipalName} is a user of this customer already: made by an earlier run that was cut short, or by somebody else. To take the user over, ${line}`
        : `${userPrincipalName} is a deleted user of this customer, who can be restored until ${restorableUntil(owner.softDeletionTime)}. To restore the user, ${line}`;
}
