/** Members of a customer that a test wants otherwise than `contoso`; as TypeScript. */
export interface Variation {
    name?: string;
    domain?: string;
    street?: string;
    /** Further arguments, for example `deletionPolicy: "retain"`. */
    args?: string;
    /** The resource's options. */
    options?: string;
}

/** A program with one customer. */
export function customerProgram(variation: Variation = {}): string {
    return `${imports}
        const customer = ${customer(variation)};
        export const tenantId = customer.tenantId;
        export const credentials = customer.userCredentials;
    `;
}

export const imports = `
    import * as pulumi from "@pulumi/pulumi";
    import * as partnercenter from "pulumi-partnercenter";
`;

/** An expression that declares a customer. */
export function customer({
    name = "contoso",
    domain = '"contoso.onmicrosoft.com"',
    street = '"One Microsoft Way"',
    args = "",
    options = "{}",
}: Variation = {}): string {
    return `new partnercenter.Customer("${name}", {
        companyProfile: { domain: ${domain} },
        billingProfile: {
            email: "billing@contoso.com",
            culture: "EN-US",
            language: "En",
            companyName: "Contoso Ltd.",
            defaultAddress: {
                country: "US",
                addressLine1: ${street},
                addressLine2: "",
                city: "Redmond",
                state: "WA",
                postalCode: "98052",
                firstName: "Ada",
                lastName: "Lovelace",
                phoneNumber: "4255550101",
            },
        },
        ${args}
    }, ${options})`;
}
