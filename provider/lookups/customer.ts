import { readCustomer } from "../customer/billingProfile";
import type { Address, BillingProfile } from "../customer/shapes";
import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { sameName } from "../validation/sameName";
import { dataOf } from "./data";
import { requireGuids } from "./ids";

/** Which customer: by its id, or by its domain. */
export type GetCustomerArgs =
    | {
          /** The customer's Microsoft Entra tenant, a GUID. */
          id: string;
      }
    | {
          /** Its default domain, in full. Case does not matter. */
          domain: string;
      };

/**
 * A customer as Partner Center holds it. Members that the service adds one day pass through.
 *
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources#customer
 */
export interface GetCustomerResult {
    /** The customer's Microsoft Entra tenant, a GUID. */
    id: string;
    /** The customer's id in the commerce system, a GUID. */
    commerceId?: string;
    companyProfile?: {
        domain?: string;
        companyName?: string;
        organizationRegistrationNumber?: string;
        /** Only with delegated access. */
        address?: Partial<Address>;
        /** Only with delegated access. */
        email?: string;
    };
    billingProfile?: Partial<Omit<BillingProfile, "defaultAddress">> & {
        defaultAddress?: Partial<Address>;
    };
    /** `reseller` while the relationship lasts. */
    relationshipToPartner?: string;
    /** Whether the partner has delegated rights in the tenant. */
    allowDelegatedAccess?: boolean;
    /** All domains of the tenant; absent without delegated access. */
    customDomains?: string[];
    /** The tenant of the indirect reseller, where the service tells. */
    associatedPartnerId?: string;
}

/**
 * Looks up one customer of the partner: its profiles, its domains, its relationship. One call by id,
 * two by domain.
 *
 * `Customer.get` reads the same customer as a resource of the stack, which `pulumi refresh` reads
 * again; this is an answer of the moment and leaves no trace in the state.
 *
 * @throws PartnerCenterError where the partner has no such customer.
 * @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id
 * @example
 * ```typescript
 * const contoso = await partnercenter.getCustomer({ domain: "contoso.onmicrosoft.com" });
 * export const tenantId = contoso.id;
 * ```
 */
export async function getCustomer(
    args: GetCustomerArgs,
    options?: PartnerCenterOptions,
): Promise<GetCustomerResult> {
    return await ask(options, async (client) => {
        const id = "domain" in args ? await idOf(args.domain, client) : args.id;
        requireGuids({ id });
        return dataOf(await readCustomer(id, client)) as GetCustomerResult;
    });
}

/**
 * `getCustomer` for arguments that are outputs.
 *
 * @example
 * ```typescript
 * const { billingProfile } = partnercenter.getCustomerOutput({ id: contoso.tenantId });
 * ```
 */
export const getCustomerOutput: OutputForm<GetCustomerArgs, GetCustomerResult> =
    outputForm(getCustomer);

/** The service only finds beginnings: whoever has a longer domain is not meant. */
async function idOf(domain: string, client: PartnerCenter): Promise<string> {
    if (typeof domain !== "string" || domain === "") {
        throw new PartnerCenterError("Nothing was looked up: domain must be a domain in full.");
    }
    const found = await client.findCustomersByDomain(domain);
    const customer = found.find(({ companyProfile }) => sameName(companyProfile?.domain, domain));
    if (customer !== undefined) {
        return customer.id;
    }
    const others = found.flatMap(({ companyProfile }) => companyProfile?.domain ?? []).slice(0, 5);
    const hint =
        others.length === 0 ? "" : ` These begin like it, and are not meant: ${others.join(", ")}.`;
    throw new PartnerCenterError(
        `No customer of this partner has the default domain ${domain}.${hint} Check the domain, the partner's tenantId and cloud; a customer made a moment ago may not be listed yet, and getCustomer({ id }) finds one whose default domain has changed.`,
    );
}
