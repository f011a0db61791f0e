import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "pulumi-partnercenter";

const config = new pulumi.Config();

const contoso = new partnercenter.Customer("contoso", {
    companyProfile: { domain: config.get("domain") ?? "contoso.onmicrosoft.com" },
    billingProfile: {
        email: "billing@contoso.com",
        culture: "en-US",
        language: "en",
        companyName: "Contoso Ltd.",
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
});

export const tenantId = contoso.tenantId;
export const administrator = contoso.adminUserPrincipalName;
export const credentials = contoso.userCredentials;
