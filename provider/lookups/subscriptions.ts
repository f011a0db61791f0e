import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";
import { requireGuids } from "./ids";

/** Whose subscriptions. */
export interface GetSubscriptionsArgs {
    /** The customer's tenant, a GUID. */
    customerId: string;
}

/**
 * Something that a customer has bought, as lists hold it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources#subscription
 */
export interface ListedSubscription {
    /** A GUID. */
    id: string;
    offerId?: string;
    offerName?: string;
    friendlyName?: string;
    quantity?: number;
    unitType?: string;
    /** `active`, `suspended`, `deleted`, `expired`, `pending`, `disabled`, and whatever else the service may answer. */
    status?: string;
    /** As the service writes times: `2018-03-26T00:00:00Z`. */
    effectiveStartDate?: string;
    commitmentEndDate?: string;
    autoRenewEnabled?: boolean;
    isTrial?: boolean;
    billingType?: string;
    billingCycle?: string;
    orderId?: string;
}

/**
 * Lists what a customer has bought, in every status.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-subscriptions
 * @example
 * ```typescript
 * const subscriptions = await partnercenter.getSubscriptions({
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * const active = subscriptions.filter(({ status }) => status === "active");
 * ```
 */
export async function getSubscriptions(
    { customerId }: GetSubscriptionsArgs,
    options?: PartnerCenterOptions,
): Promise<ListedSubscription[]> {
    return await ask(options, async (client) => {
        requireGuids({ customerId });
        const found = await client.getSubscriptions(customerId);
        return found.map(dataOf) as ListedSubscription[];
    });
}

/** `getSubscriptions` for arguments that are outputs. */
export const getSubscriptionsOutput: OutputForm<GetSubscriptionsArgs, ListedSubscription[]> =
    outputForm(getSubscriptions);
