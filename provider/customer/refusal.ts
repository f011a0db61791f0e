import type { PartnerCenter } from "../partnercenter/client";
import { type ApiError, PartnerCenterError } from "../partnercenter/errors";
import { ownCustomer } from "./ownCustomer";

/** Who has a domain: the partner's own customer of this id, somebody else, or nobody. */
export type Owner = string | "somebody" | "nobody" | "unknown";

/** The service has no code for a taken domain: whoever has it is told. */
export function explainRefusal(refusal: ApiError, domain: string, owner: Owner): Error {
    if (owner === "nobody" || owner === "unknown") {
        return refusal;
    }
    const explanation =
        owner === "somebody"
            ? `The domain ${domain} is taken, and Partner Center lists no customer of yours with it: choose another one. If it is yours all the same (made a moment ago, or with another default domain by now), add its tenant id as existingCustomerId.`
            : `The domain ${domain} is taken, and its customer is yours. To take it over, add this line to the resource:\n    existingCustomerId: "${owner}",\n  If an earlier run of this very program was cut short, running the unchanged program again may still bring the password.`;
    return new PartnerCenterError(`${refusal.message}\n  ${explanation}`, { cause: refusal });
}

/** Whether a taken domain may be the reason: missing rights are none of the domain's. */
export function mayBeTaken({ status }: ApiError): boolean {
    return [400, 409, 422].includes(status);
}

/** Asks who has a domain. */
export async function ownerOf(domain: string, client: PartnerCenter): Promise<Owner> {
    try {
        if (!(await client.isDomainTaken(domain))) {
            return "nobody";
        }
        return (await ownCustomer(domain, client)) ?? "somebody";
    } catch {
        // Explaining a refusal is a courtesy: when it fails, the refusal itself is what counts.
        return "unknown";
    }
}
