import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "pulumi-partnercenter";
import type { FleetCustomer } from "./customers/readCustomers";

/**
 * Declares the customers of one stack. What comes behind each tenant can be declared here too.
 *
 * @returns The stack's outputs: tenant ids by domain, and the first administrators' credentials as one
 * secret.
 */
export function declareCustomers(customers: readonly FleetCustomer[]) {
    const tenantIds: Record<string, pulumi.Output<string>> = {};
    const credentials: Record<string, pulumi.Output<unknown>> = {};
    for (const { domain, args } of customers) {
        const customer = new partnercenter.Customer(domain, args);
        tenantIds[domain] = customer.tenantId;
        credentials[domain] = customer.userCredentials;
    }
    return { tenantIds, credentials: pulumi.secret(credentials) };
}
