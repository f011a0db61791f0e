import * as partnercenter from "pulumi-partnercenter";

/** Contoso at Partner Center: the tenant, what it agreed to, who works in it, and what it bought. */
export function contosoCustomer() {
    const domain = "contoso.onmicrosoft.com";

    // Partner Center vets new accounts: what needs the tenant waits until orders are allowed.
    const contoso = new partnercenter.Customer("contoso", {
        companyProfile: { domain },
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
        waitForAccountApproval: true,
    });
    const customerId = contoso.tenantId;

    const agreement = new partnercenter.CustomerAgreement("contoso", {
        customerId,
        primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
    });

    // The first administrator's password is for the customer. Who works for the customer gets an account.
    const operator = new partnercenter.CustomerUser("operator", {
        customerId,
        userPrincipalName: `operator@${domain}`,
        firstName: "Grace",
        lastName: "Hopper",
        displayName: "Grace Hopper",
        usageLocation: "US",
    });
    new partnercenter.CustomerUserRole("operator", {
        customerId,
        userId: operator.userId,
        roleName: "Helpdesk Administrator",
    });

    // Nothing can be ordered without the agreement.
    const azurePlan = new partnercenter.Subscription(
        "azure-plan",
        { customerId, productId: "DZH318Z0BPS6", skuId: "0001" },
        { dependsOn: agreement },
    );

    return { contoso, agreement, operator, azurePlan };
}
