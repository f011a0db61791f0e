import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "pulumi-partnercenter";
import { TenantFile } from "./tenantFile";

const config = new pulumi.Config();
const deletionPolicy = config.get("deletionPolicy") as partnercenter.DeletionPolicy | undefined;

/** A direct customer of the partner. */
const contoso = new partnercenter.Customer("contoso", {
    companyProfile: { domain: config.get("contosoDomain") ?? "contoso.onmicrosoft.com" },
    billingProfile: {
        email: "billing@contoso.com",
        culture: "en-US",
        language: "en",
        companyName: "Contoso Ltd.",
        defaultAddress: {
            country: "US",
            addressLine1: config.get("contosoStreet") ?? "One Microsoft Way",
            city: "Redmond",
            state: "WA",
            postalCode: "98052",
            firstName: "Ada",
            lastName: "Lovelace",
            phoneNumber: "4255550101",
        },
    },
    ...(deletionPolicy && { deletionPolicy }),
});

/** A customer of an indirect reseller. */
const fabrikam = new partnercenter.Customer("fabrikam", {
    companyProfile: { domain: "fabrikam.onmicrosoft.com" },
    billingProfile: {
        email: "facturas@fabrikam.com",
        culture: "es-US",
        language: "es",
        companyName: "Fabrikam, Inc.",
        defaultAddress: {
            country: "US",
            addressLine1: "1120 Nasa Parkway",
            city: "Houston",
            state: "TX",
            postalCode: "77058",
            firstName: "Katherine",
            lastName: "Johnson",
        },
    },
    associatedPartnerId: config.require("resellerTenantId"),
    enableGDAPByDefault: false,
    ...(deletionPolicy && { deletionPolicy }),
});

// The infrastructure behind the customers takes its input from their outputs. Here it is a file for
// each tenant, as a deployment tool would read it.
const folder = config.require("tenantFolder");
for (const [name, customer] of Object.entries({ contoso, fabrikam })) {
    new TenantFile(name, {
        path: `${folder}/${name}.json`,
        tenantId: customer.tenantId,
        administrator: customer.adminUserPrincipalName.apply((name) => name ?? "unknown"),
    });
}

export const tenants = { contoso: contoso.tenantId, fabrikam: fabrikam.tenantId };
export const contosoAdministrator = contoso.adminUserPrincipalName;
export const contosoCredentials = contoso.userCredentials;
