import type { CustomerArgs } from "pulumi-partnercenter";

/**
 * So many customers by their resources' names. They can be deleted, so that a destroy makes one call
 * for each.
 */
export function makeCustomers(count: number, prefix = "customer"): Record<string, CustomerArgs> {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    return Object.fromEntries(
        numbers.map((number) => [`${prefix}${number}`, makeCustomer(prefix, number)]),
    );
}

function makeCustomer(prefix: string, number: number): CustomerArgs {
    const name = `${prefix}${number}`;
    return {
        companyProfile: { domain: `${name}.onmicrosoft.com` },
        billingProfile: {
            email: "billing@contoso.com",
            culture: "en-US",
            language: "en",
            companyName: `Contoso ${name}`,
            defaultAddress: {
                country: "US",
                addressLine1: `${number} Microsoft Way`,
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
