export type { AccountApprovalArgs, AccountApprovalWait } from "./accountApproval/args";
export { AccountApproval } from "./accountApproval/resource";
export type { CustomerAdminPasswordArgs } from "./adminPassword/args";
export { CustomerAdminPassword } from "./adminPassword/resource";
export type { AgreementContactArgs, CustomerAgreementArgs } from "./agreement/args";
export { CustomerAgreement } from "./agreement/resource";
export {
    checkDomainAvailability,
    getCountryRules,
    type ValidateCustomersOptions,
    validateAddress,
    validateCustomers,
} from "./checks";
export type { ListedCustomer } from "./commands/validate/customers";
export type { Validation, Verdict } from "./commands/validate/validate";
export type {
    AddressArgs,
    BillingProfileArgs,
    CompanyProfileArgs,
    CustomerArgs,
} from "./customer/args";
export { Customer, type CustomerGetState, type UserCredentials } from "./customer/resource";
export type { Address, BillingProfile, CompanyProfile, DeletionPolicy } from "./customer/shapes";
export * from "./lookups";
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
export {
    type OpenPartnerCenter,
    openPartnerCenter,
    type PartnerCenterOptions,
} from "./partnerCenter";
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
export type { Inputs, OutputForm } from "./program/questions";
export { Provider, type ProviderArgs } from "./provider";
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
export type { CustomerUserArgs } from "./user/args";
export { CustomerUser } from "./user/resource";
export type { CustomerUserRoleArgs } from "./userRole/args";
export { CustomerUserRole } from "./userRole/resource";
