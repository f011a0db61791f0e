import { newPassword } from "../lifecycle/password";
import type { PartnerCenter } from "../partnercenter/client";
import { isRefusal } from "../partnercenter/errors";

/** Whose password is reset, and to what. */
export interface Reset {
    customerId: string;
    userId: string;
    forceChangePassword: boolean;
    /** @defaultValue a random one */
    password?: string | undefined;
}

/** Sets the password of a user; the old one stops working. @returns the new one */
export async function resetPassword(
    { customerId, userId, forceChangePassword, password = newPassword() }: Reset,
    client: PartnerCenter,
): Promise<string> {
    await client.users.resetPassword(customerId, userId, { password, forceChangePassword });
    return password;
}

/** Whether a reset that failed may have come about all the same, so that neither password is sure. */
export function mayHaveReset(error: unknown, client: PartnerCenter): boolean {
    return !isRefusal(error) && client.obstacleTo("resetPassword") === undefined;
}

/** What is said, beside the failure itself, where it is not known which password works. */
export function doubt(userPrincipalName: string): string {
    return `Whether the password of ${userPrincipalName} was reset is not known: \`pulumi up\` resets it again.`;
}
