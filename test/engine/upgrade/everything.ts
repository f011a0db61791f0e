import * as partnercenter from "pulumi-partnercenter";

/** A resource of every kind. Nothing here may depend on the day: the state is read for years. */
const customer = new partnercenter.Customer("contoso", {
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
    waitForAccountApproval: true,
    deletionPolicy: "delete",
});
const customerId = customer.tenantId;

const agreement = new partnercenter.CustomerAgreement("contoso", {
    customerId,
    primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
});
new partnercenter.CustomerQualification("contoso", {
    customerId,
    qualification: "StateOwnedEntity",
    deletionPolicy: "retain",
});
const user = new partnercenter.CustomerUser("grace", {
    customerId,
    userPrincipalName: "grace@contoso.onmicrosoft.com",
    firstName: "Grace",
    lastName: "Hopper",
    displayName: "Grace Hopper",
    usageLocation: "US",
});
new partnercenter.CustomerUserRole("grace", {
    customerId,
    userId: user.userId,
    roleName: "Helpdesk Administrator",
});
new partnercenter.CustomerAdminPassword("contoso", { customerId });
const policy = new partnercenter.CustomerConfigurationPolicy("desk", {
    customerId,
    name: "Front desk",
    policySettings: ["skip_eula"],
});
new partnercenter.CustomerDeviceBatch("november", {
    customerId,
    batchId: "Delivery 11",
    policyId: policy.policyId,
    devices: [
        { productKey: "00329-00000-0003-AA606" },
        { serialNumber: "R9-ZNP67", hardwareHash: "T0GeAAEAHAAAAAoA" },
    ],
});
const azure = new partnercenter.Subscription(
    "azure",
    { customerId, productId: "DZH318Z0BPS6", skuId: "0001", deletionPolicy: "suspend" },
    { dependsOn: agreement },
);
new partnercenter.AzureEntitlement("azure", {
    customerId,
    subscriptionId: azure.subscriptionId,
    entitlementId: azure.azureSubscriptionIds.apply((ids) => ids?.[0] ?? ""),
    deletionPolicy: "retain",
});
new partnercenter.SubscriptionRegistration("azure", {
    customerId,
    subscriptionId: azure.subscriptionId,
});
new partnercenter.CustomerUsageBudget("contoso", { customerId, amount: 500 });
const mail = new partnercenter.Subscription(
    "mail",
    {
        customerId,
        productId: "CFQ7TTC0LH18",
        skuId: "0001",
        termDuration: "P1Y",
        billingCycle: "monthly",
        deletionPolicy: "suspend",
    },
    { dependsOn: agreement },
);
new partnercenter.CustomerUserLicense(
    "grace",
    {
        customerId,
        userId: user.userId,
        skuId: "3b555118-da6a-4418-894f-7df1e2096870",
        excludedPlans: ["57ff2da0-773e-42df-b2af-ffb7a2317929"],
    },
    { dependsOn: mail },
);

new partnercenter.SubscriptionSupportContact("earlier", {
    customerId: "EARLIER_CUSTOMER",
    subscriptionId: "EARLIER_SUBSCRIPTION",
    supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
    supportMpnId: "4847383",
    name: "First Up Consultants",
});
new partnercenter.CustomerOverage("earlier", {
    customerId: "EARLIER_CUSTOMER",
    azureEntitlementId: "EARLIER_AZURE_SUBSCRIPTION",
});
new partnercenter.NewCommerceMigration("earlier", {
    customerId: "EARLIER_CUSTOMER",
    currentSubscriptionId: "EARLIER_BASIC",
    deletionPolicy: "retain",
});
new partnercenter.NewCommerceMigrationSchedule("earlier", {
    customerId: "EARLIER_CUSTOMER",
    currentSubscriptionId: "EARLIER_OFFICE",
    targetDate: "2999-01-15",
});

export const tenantId = customer.tenantId;
export const credentials = customer.userCredentials;
