import * as keyvault from "@pulumi/azure-native/keyvault";
import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "pulumi-partnercenter";

const config = new pulumi.Config();

const contoso = new partnercenter.Customer("contoso", {
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

// The one-time password goes where people look for it, and never through anybody's hands.
new keyvault.Secret("contoso-administrator", {
    resourceGroupName: config.require("vaultResourceGroup"),
    vaultName: config.require("vaultName"),
    secretName: "contoso-administrator",
    properties: {
        value: contoso.userCredentials.apply((credentials) => credentials?.password ?? ""),
        contentType: pulumi.interpolate`one-time password of ${contoso.adminUserPrincipalName}`,
    },
});

// Everything below is made in the customer's tenant.
const directory = new azuread.Provider("contoso", { tenantId: contoso.tenantId });
const azure = new AzureProvider("contoso", {
    tenantId: contoso.tenantId,
    subscriptionId: config.require("subscriptionId"),
});

const operators = new azuread.Group(
    "operators",
    { displayName: "Operators", securityEnabled: true },
    { provider: directory },
);
const landingZone = new ResourceGroup(
    "landing-zone",
    { location: "westus2", tags: { customer: "contoso" } },
    { provider: azure },
);

export const tenantId = contoso.tenantId;
export const operatorsId = operators.objectId;
export const landingZoneId = landingZone.id;
