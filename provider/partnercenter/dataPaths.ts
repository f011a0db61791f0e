/**
 * Where the service keeps what a customer has and uses, as Microsoft's own client asks for it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-rest-api-reference
 */
export const dataPaths = {
    agreements: "/customers/{customerId}/agreements?agreementType={agreementType}",
    agreementDocument:
        "/agreementtemplates/{templateId}/document?language={language}&country={country}",
    directSigning: "/customers/{customerId}/directSignedMicrosoftCustomerAgreementStatus",
    companyProfile: "/customers/{customerId}/profiles/company",
    organization: "/customers/{customerId}/organization",
    customDomains: "/customers/{customerId}/customDomains",
    qualifications: "/customers/{customerId}/qualifications",
    validationCodes: "/customers/all/validations",
    managedServices: "/customers/{customerId}/managedservices",

    users: "/customers/{customerId}/users",
    user: "/customers/{customerId}/users/{userId}",
    userRoles: "/customers/{customerId}/users/{userId}/directoryroles",
    // Unless asked for both groups, the service leaves the licences of Minecraft out.
    userLicenses:
        "/customers/{customerId}/users/{userId}/licenses?licenseGroupIds=Group1&licenseGroupIds=Group2",
    directoryRoles: "/customers/{customerId}/directoryroles",
    directoryRoleMembers: "/customers/{customerId}/directoryroles/{roleId}/usermembers",
    subscribedSkus:
        "/customers/{customerId}/subscribedskus?licenseGroupIds=Group1&licenseGroupIds=Group2",

    orders: "/customers/{customerId}/orders",
    ordersByBillingType: "/customers/{customerId}/orders?billingType={billingType}",
    order: "/customers/{customerId}/orders/{orderId}",
    orderProvisioningStatus: "/customers/{customerId}/orders/{orderId}/provisioningstatus",
    orderAttachments: "/customers/{customerId}/orders/{orderId}/attachments",
    orderActivationLinks: "/customers/{customerId}/orders/{orderId}/activationlinks",
    orderLineItemActivationLinks:
        "/customers/{customerId}/orders/{orderId}/lineitems/{lineItemNumber}/activationlinks",
    cart: "/customers/{customerId}/carts/{cartId}",
    entitlements: "/customers/{customerId}/entitlements",

    subscription: "/customers/{customerId}/subscriptions/{subscriptionId}",
    subscriptionsOfOrder: "/customers/{customerId}/subscriptions?order_id={orderId}",
    subscriptionsOfPartner: "/customers/{customerId}/subscriptions?mpn_id={mpnId}",
    subscriptionAddOns: "/customers/{customerId}/subscriptions/{subscriptionId}/addons",
    subscriptionUpgrades: "/customers/{customerId}/subscriptions/{subscriptionId}/upgrades",
    subscriptionConversions: "/customers/{customerId}/subscriptions/{subscriptionId}/conversions",
    subscriptionTransitions: "/customers/{customerId}/subscriptions/{subscriptionId}/transitions",
    subscriptionTransitionEligibilities:
        "/customers/{customerId}/subscriptions/{subscriptionId}/transitioneligibilities",
    subscriptionSupportContact:
        "/customers/{customerId}/subscriptions/{subscriptionId}/supportcontact",
    subscriptionProvisioningStatus:
        "/customers/{customerId}/subscriptions/{subscriptionId}/provisioningstatus",
    subscriptionRegistrationStatus:
        "/customers/{customerId}/subscriptions/{subscriptionId}/registrationstatus",
    subscriptionActivationLinks:
        "/customers/{customerId}/subscriptions/{subscriptionId}/activationlinks",
    overage: "/customers/{customerId}/subscriptions/overage",
    azureEntitlements: "/customers/{customerId}/subscriptions/{subscriptionId}/azureEntitlements",
    azureEntitlement:
        "/customers/{customerId}/subscriptions/{subscriptionId}/azureEntitlements/{entitlementId}",

    usageRecords: "/customers/usagerecords",
    usageSummary: "/customers/{customerId}/usagesummary",
    usageBudget: "/customers/{customerId}/usagebudget",
    subscriptionUsageRecords: "/customers/{customerId}/subscriptions/usagerecords",
    subscriptionUsageSummary: "/customers/{customerId}/subscriptions/{subscriptionId}/usagesummary",
    subscriptionResourceUsage:
        "/customers/{customerId}/subscriptions/{subscriptionId}/resourceusagerecords",
    subscriptionMeterUsage:
        "/customers/{customerId}/subscriptions/{subscriptionId}/meterusagerecords",
    azureUtilization:
        "/customers/{customerId}/subscriptions/{subscriptionId}/utilizations/azure?start_time={startTime}&end_time={endTime}",
    serviceCosts: "/customers/{customerId}/servicecosts/{billingPeriod}",
    serviceCostLineItems: "/customers/{customerId}/servicecosts/{billingPeriod}/lineitems",
    licenseDeployment: "/customers/{customerId}/analytics/licenses/deployment",
    licenseUsage: "/customers/{customerId}/analytics/licenses/usage",

    offers: "/customers/{customerId}/offers",
    offerCategories: "/customers/{customerId}/offercategories",
    products: "/customers/{customerId}/products?targetView={targetView}",
    product: "/customers/{customerId}/products/{productId}",
    skus: "/customers/{customerId}/products/{productId}/skus",
    sku: "/customers/{customerId}/products/{productId}/skus/{skuId}",
    availabilities: "/customers/{customerId}/products/{productId}/skus/{skuId}/availabilities",
    availability:
        "/customers/{customerId}/products/{productId}/skus/{skuId}/availabilities/{availabilityId}",

    serviceRequests: "/customers/{customerId}/servicerequests",
    serviceRequestsByStatus: "/customers/{customerId}/servicerequests?status={status}",
    serviceRequest: "/customers/{customerId}/servicerequests/{serviceRequestId}",
    configurationPolicies: "/customers/{customerId}/policies",
    configurationPolicy: "/customers/{customerId}/policies/{policyId}",
    deviceBatches: "/customers/{customerId}/deviceBatches",
    devices: "/customers/{customerId}/deviceBatches/{deviceBatchId}/devices",
    batchUploadStatus: "/customers/{customerId}/batchJobStatus/{batchTrackingId}",
    migrations: "/migrations/newcommerce?CustomerTenantId={customerId}",
    migration: "/customers/{customerId}/migrations/newcommerce/{migrationId}",
    migrationEvents:
        "/customers/{customerId}/migrations/newcommerce/events?migration_id={migrationId}",
    migrationSchedules: "/migrations/newcommerce/schedules?CustomerTenantId={customerId}",
    migrationSchedule: "/customers/{customerId}/migrations/newcommerce/schedules/{scheduleId}",
} as const satisfies Record<string, `/${string}`>;

export type DataName = keyof typeof dataPaths;

/** What the documentation opens to applications with a user alone. */
export const forUsers: ReadonlySet<DataName> = new Set<DataName>([
    "agreements",
    "agreementDocument",
    "directSigning",
    "companyProfile",
    "users",
    "user",
    "userRoles",
    "userLicenses",
    "directoryRoles",
    "directoryRoleMembers",
    "subscribedSkus",
]);
