/**
 * Customers of a Microsoft Cloud Solution Provider partner as Pulumi resources, and functions that look
 * up what is there.
 *
 * @module pulumi-partnercenter
 */

export type { AccountApprovalArgs, AccountApprovalWait } from "./accountApproval/args";
export { AccountApproval } from "./accountApproval/resource";
export type { CustomerAdminPasswordArgs } from "./adminPassword/args";
export { CustomerAdminPassword } from "./adminPassword/resource";
export type { AgreementContactArgs, CustomerAgreementArgs } from "./agreement/args";
export { CustomerAgreement } from "./agreement/resource";
export type { AzureEntitlementArgs } from "./azureEntitlement/args";
export { AzureEntitlement } from "./azureEntitlement/resource";
export type { DeletionPolicy as AzureEntitlementDeletionPolicy } from "./azureEntitlement/shapes";
export type { ListedCustomer } from "./commands/validate/customers";
export type { Validation, Verdict } from "./commands/validate/validate";
export type { CustomerConfigurationPolicyArgs } from "./configurationPolicy/args";
export { CustomerConfigurationPolicy } from "./configurationPolicy/resource";
export type {
    AddressArgs,
    BillingProfileArgs,
    CompanyProfileArgs,
    CustomerArgs,
} from "./customer/args";
export { Customer, type CustomerGetState, type UserCredentials } from "./customer/resource";
export type { Address, BillingProfile, CompanyProfile, DeletionPolicy } from "./customer/shapes";
export type { CustomerDeviceArgs, CustomerDeviceBatchArgs } from "./deviceBatch/args";
export { CustomerDeviceBatch } from "./deviceBatch/resource";
export type { DeviceState as CustomerDevice } from "./deviceBatch/shapes";
export * from "./lookups";
export {
    checkDomainAvailability,
    getCountryRules,
    type ValidateCustomersOptions,
    validateAddress,
    validateCustomers,
} from "./lookups/checks";
export type {
    AddOnMigrationArgs,
    MigrationPlanArgs,
    MigrationTermsArgs,
    NewCommerceMigrationArgs,
} from "./migration/args";
export { NewCommerceMigration } from "./migration/resource";
export type {
    DeletionPolicy as MigrationDeletionPolicy,
    MigratedSubscription,
    MigrationBillingCycle,
} from "./migration/shapes";
export type { NewCommerceMigrationScheduleArgs } from "./migrationSchedule/args";
export { NewCommerceMigrationSchedule } from "./migrationSchedule/resource";
export type { CustomerOverageArgs } from "./overage/args";
export { CustomerOverage } from "./overage/resource";
export type {
    AddressStatus,
    AddressToValidate,
    AddressValidation,
} from "./partnercenter/addressValidation";
export type { AgreementContact } from "./partnercenter/agreements";
export type { TokenCredential } from "./partnercenter/auth/givenCredential";
export type { PartnerCenter } from "./partnercenter/client";
export type { CloudName } from "./partnercenter/clouds";
export type { CountryRules } from "./partnercenter/countryRules";
export type { DataName } from "./partnercenter/dataPaths";
export type { AddressResource } from "./partnercenter/types";
export {
    type OpenPartnerCenter,
    openPartnerCenter,
    type PartnerCenterOptions,
} from "./program/openPartnerCenter";
export { Provider, type ProviderArgs } from "./program/provider";
export type { Inputs, OutputForm } from "./program/questions";
export type { CustomerQualificationArgs } from "./qualification/args";
export { CustomerQualification } from "./qualification/resource";
export type { OnlineValidation } from "./settings/resolve";
export type { SubscriptionArgs } from "./subscription/args";
export { Subscription, type SubscriptionGetState } from "./subscription/resource";
export type {
    BillingCycle,
    DeletionPolicy as SubscriptionDeletionPolicy,
    TermDuration,
} from "./subscription/shapes";
export type { SubscriptionRegistrationArgs } from "./subscriptionRegistration/args";
export { SubscriptionRegistration } from "./subscriptionRegistration/resource";
export type { SubscriptionSupportContactArgs } from "./supportContact/args";
export { SubscriptionSupportContact } from "./supportContact/resource";
export type { CustomerUsageBudgetArgs } from "./usageBudget/args";
export { CustomerUsageBudget } from "./usageBudget/resource";
export type { CustomerUserArgs } from "./user/args";
export { CustomerUser } from "./user/resource";
export type { CustomerUserLicenseArgs } from "./userLicense/args";
export { CustomerUserLicense } from "./userLicense/resource";
export type { CustomerUserRoleArgs } from "./userRole/args";
export { CustomerUserRole } from "./userRole/resource";
