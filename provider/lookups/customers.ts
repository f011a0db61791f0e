import type { CustomerResource } from "../partnercenter/types";
import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";
import { requireGuids } from "./ids";
import { searchCustomers } from "./search";

/** Which customers; none of the members means all. */
export interface GetCustomersArgs {
    /** How the company's name begins. Case does not matter. */
    companyNamePrefix?: string | undefined;
    /** How the default domain begins. Case does not matter. */
    domainPrefix?: string | undefined;
}

/** A customer as lists hold it; `getCustomer` tells the rest. */
export interface ListedCustomer {
    /** The customer's Microsoft Entra tenant, a GUID. */
    id: string;
    companyProfile?: {
        /** The default domain. */
        domain?: string;
        companyName?: string;
    };
    relationshipToPartner?: string;
}

/**
 * Lists customers of the partner, every page of them.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-customers
 * @example
 * ```typescript
 * const schools = await partnercenter.getCustomers({ domainPrefix: "school" });
 * for (const { id, companyProfile } of schools) {
 *     console.log(id, companyProfile?.domain);
 * }
 * ```
 */
export async function getCustomers(
    args: GetCustomersArgs = {},
    options?: PartnerCenterOptions,
): Promise<ListedCustomer[]> {
    return await ask(options, async ({ customerList }) =>
        listed(await searchCustomers(args, customerList)),
    );
}

/** `getCustomers` for arguments that are outputs. */
export const getCustomersOutput: OutputForm<GetCustomersArgs, ListedCustomer[]> =
    outputForm(getCustomers);

/** Which reseller. */
export interface GetCustomersOfResellerArgs {
    /** The reseller's tenant, a GUID: the `id` of `getIndirectResellers`. */
    resellerId: string;
}

/**
 * Lists the customers who buy through an indirect reseller, every page of them. Needs sign-in as
 * application and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-customers-of-an-indirect-reseller
 * @example
 * ```typescript
 * const resellerId = "b01b1487-b36e-4e6d-9b5e-0b58974c4b28";
 * const customers = await partnercenter.getCustomersOfReseller({ resellerId });
 * ```
 */
export async function getCustomersOfReseller(
    { resellerId }: GetCustomersOfResellerArgs,
    options?: PartnerCenterOptions,
): Promise<ListedCustomer[]> {
    return await ask(options, async ({ customerList }) => {
        requireGuids({ resellerId });
        return listed(await customerList.ofReseller(resellerId));
    });
}

/** `getCustomersOfReseller` for arguments that are outputs. */
export const getCustomersOfResellerOutput: OutputForm<
    GetCustomersOfResellerArgs,
    ListedCustomer[]
> = outputForm(getCustomersOfReseller);

function listed(customers: readonly CustomerResource[]): ListedCustomer[] {
    return customers.map(dataOf) as ListedCustomer[];
}
