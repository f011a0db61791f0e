import type { PartnerCenter } from "../../partnercenter/client";
import type { CustomerResource } from "../../partnercenter/types";

/** How the customers that are asked for begin; neither means all. */
export interface Filter {
    domain: string | undefined;
    company: string | undefined;
}

/** The partner's customers that pass the filter, in the order of their domains. */
export async function findCustomers(
    { domain = "", company = "" }: Filter,
    client: PartnerCenter,
): Promise<CustomerResource[]> {
    // The service searches by one field, and only by how it begins.
    const found =
        domain !== ""
            ? await client.customerList.beginningWith("Domain", domain)
            : company !== ""
              ? await client.customerList.beginningWith("CompanyName", company)
              : await client.customerList.all();
    return found
        .filter(({ companyProfile }) => begins(companyProfile?.companyName ?? "", company))
        .sort((one, other) => (domainOf(one) < domainOf(other) ? -1 : 1));
}

export function domainOf({ companyProfile }: CustomerResource): string {
    return companyProfile?.domain?.toLowerCase() ?? "";
}

function begins(text: string, prefix: string): boolean {
    return text.toLowerCase().startsWith(prefix.toLowerCase());
}
