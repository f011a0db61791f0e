import type { Output } from "@pulumi/pulumi";
import type { ResellerResource } from "../partnercenter/types";
import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";
import { requireGuids } from "./ids";

/**
 * A company that resells for the partner.
 *
 * @see https://learn.microsoft.com/partner-center/developer/relationships-resources
 */
export interface IndirectReseller {
    /** Its tenant, a GUID: the value of `associatedPartnerId` of a `Customer`. */
    id: string;
    name?: string;
    /** `is_indirect_cloud_solution_provider_of`. */
    relationshipType?: string;
    /** `Active`, and whatever else the service may answer. */
    state?: string;
    /** Its id in the Microsoft AI Cloud Partner Program. */
    mpnId?: string;
    /** Country, two letters. */
    location?: string;
}

/**
 * Lists the companies that resell for the partner, who is an indirect provider. Needs sign-in as
 * application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/retrieve-a-list-of-indirect-resellers
 * @example
 * ```typescript
 * const resellers = await partnercenter.getIndirectResellers();
 * const relecloud = resellers.find(({ name }) => name === "ReleCloud");
 * ```
 */
export async function getIndirectResellers(
    options?: PartnerCenterOptions,
): Promise<IndirectReseller[]> {
    return await ask(options, async (client) => resellers(await client.getIndirectResellers()));
}

/**
 * `getIndirectResellers` as an output.
 *
 * @example
 * ```typescript
 * const names = partnercenter.getIndirectResellersOutput().apply((found) => found.map(({ name }) => name));
 * ```
 */
export function getIndirectResellersOutput(
    options?: PartnerCenterOptions,
): Output<IndirectReseller[]> {
    return outputForm(() => getIndirectResellers(options))({}, options);
}

/** Whose resellers. */
export interface GetResellersOfCustomerArgs {
    /** The customer's tenant, a GUID. */
    customerId: string;
}

/**
 * Lists the resellers through whom a customer buys; a direct customer has none. Needs sign-in as
 * application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-indirect-resellers-of-a-customer
 * @example
 * ```typescript
 * const [reseller] = await partnercenter.getResellersOfCustomer({
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * ```
 */
export async function getResellersOfCustomer(
    { customerId }: GetResellersOfCustomerArgs,
    options?: PartnerCenterOptions,
): Promise<IndirectReseller[]> {
    return await ask(options, async ({ relationships }) => {
        requireGuids({ customerId });
        return resellers(await relationships.resellersOf(customerId));
    });
}

/** `getResellersOfCustomer` for arguments that are outputs. */
export const getResellersOfCustomerOutput: OutputForm<
    GetResellersOfCustomerArgs,
    IndirectReseller[]
> = outputForm(getResellersOfCustomer);

/** Newer answers call the same id `partnerId`. */
function resellers(found: readonly ResellerResource[]): IndirectReseller[] {
    return found.map(({ partnerId, ...reseller }) => {
        const mpnId = reseller.mpnId ?? partnerId;
        return dataOf({ ...reseller, mpnId }) as IndirectReseller;
    });
}
