import type { PartnerCenter } from "../partnercenter/client";
import { sameName } from "../validation/sameName";

/** The id of the partner's own customer with this very domain; the service only finds beginnings. */
export async function ownCustomer(
    domain: string,
    client: PartnerCenter,
): Promise<string | undefined> {
    const found = await client.findCustomersByDomain(domain);
    return found.find(({ companyProfile }) => sameName(companyProfile?.domain, domain))?.id;
}
