import type { Address, BillingProfile } from "./partnercenter/customers/shapes";
import type { AccountStatus, Agreement, Qualification } from "./records/customers";
import type { DeviceIdentity } from "./records/devices";
import type { Overage, Subscription, SupportContact } from "./records/subscriptions";

/** A change of a company's profile, which only Microsoft 365 and support can make. */
export interface CompanyChange {
    companyName?: string;
    email?: string;
    address?: Address;
}

/** A subscription bought in the portal. */
export interface SubscriptionOrder {
    offerName: string;
    /** @defaultValue the offer's name */
    friendlyName?: string;
    /** @defaultValue "active" */
    status?: Subscription["status"];
    /** Licences. @defaultValue 1 */
    quantity?: number;
    /** @defaultValue "license" */
    kind?: Subscription["kind"];
}

/** Members of a user that people change. */
export interface UserChange {
    userPrincipalName?: string;
    firstName?: string;
    lastName?: string;
    displayName?: string;
    usageLocation?: string;
    /** A new one, as the user or an administrator sets it. */
    password?: string;
}

/**
 * What people do behind a program's back, in Partner Center's portal, in Microsoft 365, or as the
 * customer. Every method throws where there is nothing of the id that it is given.
 */
export interface Portal {
    /** Changes some members of the billing profile; those of the address one by one too. */
    changeBillingProfile(id: string, change: BillingProfile): void;
    changeCompany(id: string, change: CompanyChange): void;
    /** The customer leaves the partner: the relationship ends, the tenant lives on. */
    removeRelationship(id: string): void;
    /** @returns the id of the new subscription */
    addSubscription(id: string, order: SubscriptionOrder): string;
    suspendSubscription(id: string, subscriptionId: string): void;
    /** The subscription ends, whatever its window. */
    cancelSubscription(id: string, subscriptionId: string): void;
    /** What is becoming another offer comes to nothing. */
    failTransition(id: string, subscriptionId: string, reason: string): void;
    /** The Azure subscription of an Azure plan is cancelled, or reactivated in the Azure portal. */
    changeAzureSubscription(
        id: string,
        subscriptionId: string,
        status: "active" | "inactive",
    ): void;
    /** Changes the licences of a subscription that was bought through the API. */
    changeQuantity(id: string, subscriptionId: string, quantity: number): void;
    /**
     * Microsoft ends a migration to new commerce: it succeeds, fails and is still worked on, or fails and
     * is taken back.
     */
    endMigration(
        id: string,
        migrationId: string,
        outcome: "completed" | "failed" | "reverted",
    ): void;
    /** The customer accepts the Microsoft Customer Agreement with Microsoft itself. */
    signAgreement(id: string): void;
    /** The partner confirms the acceptance in the portal. */
    confirmAgreement(id: string, agreement: Agreement): void;
    /** Microsoft has looked at a qualification, or the customer gets one without being asked for. */
    vetQualification(id: string, vetting: Qualification): void;
    /** Somebody deletes a device of the customer. */
    removeDevice(id: string, deviceId: string): void;
    /** Somebody assigns another policy to a device, or none. */
    assignPolicy(id: string, deviceId: string, policyId?: string): void;
    /**
     * Somebody registers a device in a batch of the customer.
     * @returns the id of the device
     */
    addDevice(id: string, batchId: string, device: DeviceIdentity): string;
    /** Somebody changes a configuration policy. */
    changePolicy(
        id: string,
        policyId: string,
        change: { name?: string; policySettings?: string[] },
    ): void;
    deleteCustomer(id: string): void;
    hideDelegatedAccess(id: string): void;
    /** @param makeDefault whether the domain becomes the one in the company profile */
    addCustomDomain(id: string, domain: string, makeDefault?: boolean): void;
    /** The users of one of its domains are made and signed in elsewhere from now on. */
    federateDomain(id: string, domain: string): void;
    /** @returns the id of the new user */
    addUser(id: string, user: UserChange & { userPrincipalName: string }): string;
    changeUser(id: string, userId: string, change: UserChange): void;
    deleteUser(id: string, userId: string): void;
    /** @param role its name */
    removeRole(id: string, userId: string, role: string): void;
    /** The user may use other service plans of a product, or with `undefined` none of them. */
    changeLicense(id: string, userId: string, skuId: string, excludedPlans?: string[]): void;
    /** Sets the budget for Azure usage; `undefined` clears it. */
    changeUsageBudget(id: string, amount: number | undefined): void;
    /** Another Azure subscription is charged for overage, or none. */
    changeOverage(id: string, overage: Overage | undefined): void;
    changeSupportContact(id: string, subscriptionId: string, contact: SupportContact): void;
    /** Somebody else, unrelated to the partner, makes a tenant with this domain. */
    takeDomain(domain: string): void;
    /** The vetting of the customer comes to a result, or begins again. */
    setAccountStatus(id: string, status: AccountStatus): void;
}
