import * as partnercenter from "pulumi-partnercenter";

// A partner has a tenant for each sales region. With a profile the settings of each come from the
// environment (PARTNERCENTER_EU_CLIENT_SECRET and so on), and none of their secrets is in the state.
const europe = new partnercenter.Provider("europe", { profile: "eu" });
const america = new partnercenter.Provider("america", { profile: "us" });

const fabrikam = new partnercenter.Customer(
    "fabrikam",
    {
        companyProfile: { domain: "fabrikam.onmicrosoft.com" },
        billingProfile: {
            email: "rechnungen@fabrikam.de",
            culture: "de-DE",
            language: "de",
            companyName: "Fabrikam GmbH",
            defaultAddress: {
                country: "DE",
                addressLine1: "Domkloster 4",
                city: "Köln",
                postalCode: "50667",
                firstName: "Emmy",
                lastName: "Noether",
            },
        },
    },
    { provider: europe },
);

const northwind = new partnercenter.Customer(
    "northwind",
    {
        companyProfile: { domain: "northwind.onmicrosoft.com" },
        billingProfile: {
            email: "billing@northwind.com",
            culture: "en-US",
            language: "en",
            companyName: "Northwind Traders",
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
    },
    { provider: america },
);

export const tenants = { fabrikam: fabrikam.tenantId, northwind: northwind.tenantId };
