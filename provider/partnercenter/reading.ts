import { PartnerCenterError } from "./errors";
import type { CustomerResource } from "./types";

/**
 * A resource with camelCase members at every depth: some answers of the service, and some of its
 * examples, are written in PascalCase.
 */
export function camelCased(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(camelCased);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
            name.charAt(0).toLowerCase() + name.slice(1),
            camelCased(member),
        ]),
    );
}

/** A customer, which is no customer without an id. */
export function asCustomer(body: unknown, operation: string): CustomerResource {
    const customer = camelCased(body) as Partial<CustomerResource> | undefined;
    if (typeof customer?.id !== "string" || customer.id === "") {
        throw new PartnerCenterError(
            `Could not ${operation}: the service answered with success, but without a customer's id. Check in Partner Center whether the customer is there.`,
        );
    }
    return customer as CustomerResource;
}
