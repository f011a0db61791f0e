/**
 * What the dynamic-provider process loads. Its path, `pulumi-partnercenter/provider`, and the names
 * of its exports stand in the state of every resource: they never change.
 */
import type { Kind } from "./kinds";
import { type HostedKind, resourceProvider } from "./resourceProvider";

/** A kind is loaded by its own resources: a run without any does not pay for it. */
const entry: Readonly<Record<Kind, HostedKind>> = {
    get AccountApproval() {
        const { approvalLifecycle }: typeof import("../accountApproval/lifecycle") =
            require("../accountApproval/lifecycle");
        return resourceProvider(approvalLifecycle);
    },

    get AzureEntitlement() {
        const { azureEntitlementLifecycle }: typeof import("../azureEntitlement/lifecycle") =
            require("../azureEntitlement/lifecycle");
        return resourceProvider(azureEntitlementLifecycle);
    },

    get Customer() {
        const { customerLifecycle }: typeof import("../customer/lifecycle") =
            require("../customer/lifecycle");
        return resourceProvider(customerLifecycle);
    },

    get CustomerAgreement() {
        const { agreementLifecycle }: typeof import("../agreement/lifecycle") =
            require("../agreement/lifecycle");
        return resourceProvider(agreementLifecycle);
    },

    get Cart() {
        const { cartLifecycle }: typeof import("../cart/lifecycle") = require("../cart/lifecycle");
        return resourceProvider(cartLifecycle);
    },

    get Subscription() {
        const { subscriptionLifecycle }: typeof import("../subscription/lifecycle") =
            require("../subscription/lifecycle");
        return resourceProvider(subscriptionLifecycle);
    },

    get SubscriptionRegistration() {
        const { registrationLifecycle }: typeof import("../subscriptionRegistration/lifecycle") =
            require("../subscriptionRegistration/lifecycle");
        return resourceProvider(registrationLifecycle);
    },

    get SubscriptionSupportContact() {
        const { supportContactLifecycle }: typeof import("../supportContact/lifecycle") =
            require("../supportContact/lifecycle");
        return resourceProvider(supportContactLifecycle);
    },

    get CustomerOverage() {
        const { overageLifecycle }: typeof import("../overage/lifecycle") =
            require("../overage/lifecycle");
        return resourceProvider(overageLifecycle);
    },

    get CustomerUsageBudget() {
        const { usageBudgetLifecycle }: typeof import("../usageBudget/lifecycle") =
            require("../usageBudget/lifecycle");
        return resourceProvider(usageBudgetLifecycle);
    },

    get NewCommerceMigration() {
        const { migrationLifecycle }: typeof import("../migration/lifecycle") =
            require("../migration/lifecycle");
        return resourceProvider(migrationLifecycle);
    },

    get NewCommerceMigrationSchedule() {
        const { migrationScheduleLifecycle }: typeof import("../migrationSchedule/lifecycle") =
            require("../migrationSchedule/lifecycle");
        return resourceProvider(migrationScheduleLifecycle);
    },

    get CustomerQualification() {
        const { qualificationLifecycle }: typeof import("../qualification/lifecycle") =
            require("../qualification/lifecycle");
        return resourceProvider(qualificationLifecycle);
    },

    get CustomerConfigurationPolicy() {
        const { configurationPolicyLifecycle }: typeof import("../configurationPolicy/lifecycle") =
            require("../configurationPolicy/lifecycle");
        return resourceProvider(configurationPolicyLifecycle);
    },

    get CustomerDeviceBatch() {
        const { deviceBatchLifecycle }: typeof import("../deviceBatch/lifecycle") =
            require("../deviceBatch/lifecycle");
        return resourceProvider(deviceBatchLifecycle);
    },

    get CustomerUser() {
        const { userLifecycle }: typeof import("../user/lifecycle") = require("../user/lifecycle");
        return resourceProvider(userLifecycle);
    },

    get CustomerUserRole() {
        const { userRoleLifecycle }: typeof import("../userRole/lifecycle") =
            require("../userRole/lifecycle");
        return resourceProvider(userRoleLifecycle);
    },

    get CustomerUserLicense() {
        const { userLicenseLifecycle }: typeof import("../userLicense/lifecycle") =
            require("../userLicense/lifecycle");
        return resourceProvider(userLicenseLifecycle);
    },

    get CustomerAdminPassword() {
        const { adminPasswordLifecycle }: typeof import("../adminPassword/lifecycle") =
            require("../adminPassword/lifecycle");
        return resourceProvider(adminPasswordLifecycle);
    },
};

export = entry;
