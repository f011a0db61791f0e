import { searchCustomers } from "../../lookups/search";
import type { PartnerCenter } from "../../partnercenter/client";
import type { CustomerResource } from "../../partnercenter/types";
import { UsageError } from "../command";

/** How the customers that are asked for begin; neither means all. */
export interface Filter {
    domain?: string | undefined;
    company?: string | undefined;
}

/**
 * The partner's customers that pass the filter, in the order of their domains.
 *
 * @throws UsageError where there are none.
 */
export async function findCustomers(
    { domain, company }: Filter,
    client: PartnerCenter,
): Promise<CustomerResource[]> {
    const search = { domainPrefix: domain, companyNamePrefix: company };
    const found = await searchCustomers(search, client.customerList);
    if (found.length === 0) {
        throw new UsageError("this partner has no such customer.");
    }
    return found.sort((one, other) => (domainOf(one) < domainOf(other) ? -1 : 1));
}

export function domainOf({ companyProfile }: CustomerResource): string {
    return companyProfile?.domain?.toLowerCase() ?? "";
}
