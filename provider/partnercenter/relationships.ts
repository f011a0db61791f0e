import type { Operation } from "./connection";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { ResellerResource } from "./types";

/** Whose invitation a customer is to accept. */
export interface Invitation {
    /** The tenant of the indirect provider, where a reseller asks. */
    indirectCloudSolutionProviderId?: string | undefined;
    /** The tenant of the indirect reseller, where a provider asks for one of its own. */
    indirectResellerId?: string | undefined;
}

/** Who sells to whom. All of it is for an application with a user. */
export class Relationships {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * The resellers through whom a customer buys.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-indirect-resellers-of-a-customer
     */
    async resellersOf(customerId: string): Promise<ResellerResource[]> {
        return await this.#operation.list<ResellerResource>({
            name: "getResellersOfCustomer",
            operation: `list the resellers of the customer ${customerId}`,
            method: "GET",
            path: `${customerPath(customerId)}/relationships`,
        });
    }

    /**
     * Where a company with a tenant of its own becomes a customer of the partner.
     *
     * @see https://learn.microsoft.com/partner-center/developer/request-reseller-relationship
     */
    async requestUrl(invitation: Invitation): Promise<string | undefined> {
        const query = new URLSearchParams(
            Object.entries(invitation).filter(([, id]) => id !== undefined),
        ).toString();
        const request = camelCased(
            await this.#operation.call({
                name: "getRelationshipRequest",
                operation: "get the address by which a customer accepts the relationship",
                method: "GET",
                path: `/customers/relationshiprequests${query && `?${query}`}`,
            }),
        ) as { url?: string } | undefined;
        return request?.url;
    }
}
