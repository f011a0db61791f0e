import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";
import { requireGuids } from "./ids";

/** Whose account. */
export interface GetAccountStatusArgs {
    /** The customer's tenant, a GUID. */
    customerId: string;
}

/** What Microsoft's vetting says of a customer. */
export interface AccountStatus {
    /**
     * `Allowed`: orders are accepted. `UnderReview`, `NotAllowed` and `Unknown`: they are not. `Not
     * Ready` and absent: there is no result yet. Other values of the service pass through.
     */
    status?: string;
    /** When the status was set, as the service writes it: `2022-01-19T08:23:11Z`. */
    lastUpdateDateTime?: string;
}

/**
 * Looks up whether a customer may buy. `waitForAccountApproval` of a `Customer` waits for it. Needs
 * sign-in as application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/retrieve-validation-status
 * @example
 * ```typescript
 * const { status } = await partnercenter.getAccountStatus({
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * ```
 */
export async function getAccountStatus(
    { customerId }: GetAccountStatusArgs,
    options?: PartnerCenterOptions,
): Promise<AccountStatus> {
    return await ask(options, async ({ accounts }) => {
        requireGuids({ customerId });
        return dataOf((await accounts.status(customerId)) ?? {}) as AccountStatus;
    });
}

/**
 * `getAccountStatus` for arguments that are outputs.
 *
 * @example
 * ```typescript
 * const { status } = partnercenter.getAccountStatusOutput({ customerId: contoso.tenantId });
 * ```
 */
export const getAccountStatusOutput: OutputForm<GetAccountStatusArgs, AccountStatus> =
    outputForm(getAccountStatus);
