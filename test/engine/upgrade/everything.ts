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
const former = (wanted: string) =>
    partnercenter
        .getSubscriptionsOutput({ customerId })
        .apply((held) =>
            held.find(({ offerName, offerId }) => offerName === wanted && !offerId?.includes(":")),
        )
        .apply((found) => found?.id ?? "00000000-0000-4000-8000-000000000000");
new partnercenter.NewCommerceMigration("mail", {
    customerId,
    currentSubscriptionId: former("Microsoft 365 Business Basic"),
    deletionPolicy: "retain",
});
new partnercenter.NewCommerceMigrationSchedule("office", {
    customerId,
    currentSubscriptionId: former("Office 365 E5 without Audio Conferencing"),
    targetDate: "2999-01-15",
});
new partnercenter.Subscription(
    "azure",
    { customerId, productId: "DZH318Z0BPS6", skuId: "0001", deletionPolicy: "suspend" },
    { dependsOn: agreement },
);

export const tenantId = customer.tenantId;
export const credentials = customer.userCredentials;
