
    import * as pulumi from "@pulumi/pulumi";
    import * as partnercenter from "pulumi-partnercenter";

        const customer = new partnercenter.Customer("contoso", {
        companyProfile: { domain: "contoso.onmicrosoft.com" },
        billingProfile: {
            email: "billing@contoso.com",
            culture: "EN-US",
            language: "En",
            companyName: "Contoso Ltd.",
            defaultAddress: {
                country: "US",
                addressLine1: "One Microsoft Way",
                addressLine2: "",
                city: "Redmond",
                state: "WA",
                postalCode: "98052",
                firstName: "Ada",
                lastName: "Lovelace",
                phoneNumber: "4255550101",
            },
        },
        deletionPolicy: "delete",
    }, {});
        export const tenantId = customer.tenantId;
        export const credentials = customer.userCredentials;
    