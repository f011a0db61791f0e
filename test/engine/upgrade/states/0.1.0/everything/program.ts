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
    customerId: "3ed46b7f-af06-4846-a3c2-a38ff70f56d7",
    subscriptionId: "b27bdaeb-d010-412d-a9bf-ab57483e8cce",
    supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
    supportMpnId: "4847383",
    name: "First Up Consultants",
});
new partnercenter.CustomerOverage("earlier", {
    customerId: "3ed46b7f-af06-4846-a3c2-a38ff70f56d7",
    azureEntitlementId: "5aed5ffd-48af-4504-99b9-b144f309649b",
});
new partnercenter.NewCommerceMigration("earlier", {
    customerId: "3ed46b7f-af06-4846-a3c2-a38ff70f56d7",
    currentSubscriptionId: "0481aa81-a507-4b8e-b309-b643d3d20ae6",
    deletionPolicy: "retain",
});
new partnercenter.NewCommerceMigrationSchedule("earlier", {
    customerId: "3ed46b7f-af06-4846-a3c2-a38ff70f56d7",
    currentSubscriptionId: "ce5d8b6c-608c-4349-8197-e3b13cc5178c",
    targetDate: "2999-01-15",
});

export const tenantId = customer.tenantId;
export const credentials = customer.userCredentials;
