import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "pulumi-partnercenter";

const config = new pulumi.Config();

// A customer whom the partner has had for years. The preview names what would be overwritten.
const contoso = new partnercenter.Customer("contoso", {
    existingCustomerId: config.require("contosoTenantId"),
    companyProfile: { domain: "contoso.onmicrosoft.com" },
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
        },
    },
});

// Another one is only looked at: nothing here changes or removes it.
const fabrikam = partnercenter.Customer.get("fabrikam", config.require("fabrikamTenantId"));

export const contosoRelationship = contoso.relationshipToPartner;
export const fabrikamCity = fabrikam.billingProfile.defaultAddress.city;
