import type { Operation } from "./connection";
import type { CustomerResource } from "./types";

/** The fields that the service can search by. It only finds values that begin like the one that is given. */
export type SearchField = "CompanyName" | "Domain" | "IndirectReseller";

/**
 * The partner's customers. Items hold id, company profile and relationship only.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-customers
 */
export class CustomerList {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** All of them, page by page. */
    async all(): Promise<CustomerResource[]> {
        return await this.#operation.list<CustomerResource>({
            name: "listCustomers",
            operation: "list the customers of the partner",
            method: "GET",
            path: "/customers?size=0",
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-name */
    async beginningWith(
        field: Exclude<SearchField, "IndirectReseller">,
        prefix: string,
    ): Promise<CustomerResource[]> {
        const what = field === "Domain" ? "domain" : "company name";
        return await this.#operation.list<CustomerResource>({
            name: "listCustomers",
            operation: `search customers by the ${what} ${prefix}`,
            method: "GET",
            path: searchPath(field, prefix),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-customers-of-an-indirect-reseller */
    async ofReseller(resellerId: string): Promise<CustomerResource[]> {
        return await this.#operation.list<CustomerResource>({
            name: "listCustomersOfReseller",
            operation: `list the customers of the reseller ${resellerId}`,
            method: "GET",
            path: searchPath("IndirectReseller", resellerId),
        });
    }
}

function searchPath(field: SearchField, prefix: string): string {
    const filter = { Field: field, Value: prefix, Operator: "starts_with" };
    return `/customers?size=0&filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
