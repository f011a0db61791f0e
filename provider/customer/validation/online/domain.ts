import type { Inquiry } from "../../../lifecycle/inquiry";
import { ownCustomer } from "../../ownCustomer";
import { type Findings, nothing } from "./findings";

const path = "companyProfile.domain";

/**
 * Whether the domain is free. The domain itself is shown: all messages call the customer by it.
 *
 * One of the partner's own customers stops nothing: it may be this very one, of a run that was cut
 * short, whom the same request brings back with the password.
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
                  `${path}: ${domain} is taken, and Partner Center lists no customer of yours with it. Choose another domain. If it is yours all the same, made a moment ago by a run that was cut short, run again a little later; if it has another default domain by now, give its tenant id as existingCustomerId.`,
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
