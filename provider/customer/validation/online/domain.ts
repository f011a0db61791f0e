import type { Inquiry } from "../../../inquiry";
import type { PartnerCenter } from "../../../partnercenter/client";
import { sameName } from "../../differences";
import { type Findings, nothing } from "./findings";

const path = "companyProfile.domain";

/**
 * Whether the domain is free. One of the partner's own customers stops nothing: it may be this very
 * one, of a run that was cut short, whom the same request brings back with the password.
 */
export async function domainFindings(domain: string, inquiry: Inquiry): Promise<Findings> {
    const isTaken = await inquiry.ask("whether a domain is free", domain.toLowerCase(), (client) =>
        client.isDomainTaken(domain),
    );
    if (isTaken !== true) {
        return nothing;
    }
    const owner = await inquiry.ask(
        "whose customer has a domain that is taken",
        domain.toLowerCase(),
        async (client) => ({ id: await ownCustomer(domain, client) }),
    );
    if (owner === undefined) {
        return { problems: [], warnings: [`${path}: is taken, by whom is not known.`] };
    }
    return owner.id === undefined
        ? {
              problems: [
                  `${path}: is taken by a customer who is not yours. Choose another domain; if a run of this very program was cut short a moment ago, run it again a little later.`,
              ],
              warnings: [],
          }
        : {
              problems: [],
              warnings: [
                  `${path}: belongs to your customer ${owner.id} already. If an earlier run of this very program was cut short, this one brings the customer and the password back; else take the customer over with existingCustomerId: "${owner.id}".`,
              ],
          };
}

async function ownCustomer(domain: string, client: PartnerCenter): Promise<string | undefined> {
    const found = await client.findCustomersByDomain(domain);
    return found.find(({ companyProfile }) => sameName(companyProfile?.domain, domain))?.id;
}
