import type { CustomerArgs } from "pulumi-partnercenter";

/**
 * So many customers by their resources' names. They can be deleted, so that a destroy makes one call
 * for each.
 */
export function makeCustomers(count: number, prefix = "customer"): Record<string, CustomerArgs> {
    const names = Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
    return Object.fromEntries(names.map((name) => [name, makeCustomer(name)]));
}

function makeCustomer(name: string): CustomerArgs {
    return {
        companyProfile: { domain: `${name}.onmicrosoft.com` },
        billingProfile: {
            email: "billing@contoso.com",
            culture: "en-US",
            language: "en",
            companyName: `Contoso ${name}`,
            defaultAddress: {
                country: "US",
                addressLine1: "One Microsoft Way",
                city: "Redmond",
                state: "WA",
                postalCode: "98052",
                firstName: "Ada",
                lastName: "Lovelace",
                phoneNumber: "4255550101",
            },
        },
        deletionPolicy: "delete",
    };
}
