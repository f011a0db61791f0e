import { randomUUID } from "node:crypto";
import { newVetting } from "./partnercenter/customers/accounts";
import { newEtag } from "./partnercenter/customers/newCustomer";
import type { Address, BillingProfile } from "./partnercenter/customers/shapes";
import { completed, failed } from "./partnercenter/migrations/run";
import { isUnderWay } from "./partnercenter/subscriptions/newTransition";
import { directoryRolesOf } from "./partnercenter/users/directoryRole";
import type { AccountStatus, Agreement, CustomerRecord, Qualification } from "./records/customers";
import type { DeviceIdentity } from "./records/devices";
import type { Overage, Subscription, SupportContact } from "./records/subscriptions";
import type { UserRecord } from "./records/users";
import type { Service } from "./service";

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
 * customer. Every method throws where there is no such customer.
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

export function portalOf({ settings, store }: Service): Portal {
    function getHeld(id: string): CustomerRecord {
        const customer = store.findCustomer(id);
        if (customer !== undefined) return customer;
        throw new Error(`There is no customer ${id}.`);
    }
    function change(id: string, changeOf: (customer: CustomerRecord) => Partial<CustomerRecord>) {
        const customer = getHeld(id);
        store.putCustomer({ ...customer, ...changeOf(customer) });
        store.save();
    }
    function changeSubscription(
        id: string,
        subscriptionId: string,
        changeOf: (subscription: Subscription) => Partial<Subscription>,
    ) {
        change(id, ({ subscriptions }) => ({
            subscriptions: subscriptions.map((one) =>
                one.id === subscriptionId ? { ...one, ...changeOf(one) } : one,
            ),
        }));
    }
    function changeUser(id: string, userId: string, changeOf: (user: UserRecord) => UserRecord) {
        const { users } = getHeld(id);
        if (!users.some((user) => user.id === userId))
            throw new Error(`There is no user ${userId}.`);
        change(id, () => ({
            users: users.map((user) => (user.id === userId ? changeOf(user) : user)),
        }));
    }
    return {
        changeBillingProfile: (id, { defaultAddress, ...profile }) =>
            change(id, ({ billing }) => ({
                billing: {
                    ...billing,
                    ...profile,
                    defaultAddress: { ...billing.defaultAddress, ...defaultAddress },
                },
                etag: newEtag(),
            })),
        changeCompany: (id, { address, ...profile }) =>
            change(id, ({ company }) => ({
                company: { ...company, ...profile, address: { ...company.address, ...address } },
            })),
        removeRelationship: (id) => change(id, () => ({ relationshipToPartner: "none" })),
        addSubscription: (id, { offerName, friendlyName, status, kind, quantity }) => {
            const subscription: Subscription = {
                id: randomUUID(),
                orderId: randomUUID(),
                offerName,
                friendlyName: friendlyName ?? offerName,
                status: status ?? "active",
                kind: kind ?? "license",
                createdAt: new Date(settings.now()).toISOString(),
                ...(quantity !== undefined && { quantity }),
            };
            change(id, ({ subscriptions }) => ({
                subscriptions: [...subscriptions, subscription],
            }));
            return subscription.id;
        },
        suspendSubscription: (id, subscriptionId) =>
            changeSubscription(id, subscriptionId, () => ({ status: "suspended" })),
        cancelSubscription: (id, subscriptionId) =>
            changeSubscription(id, subscriptionId, () => ({ status: "deleted" })),
        failTransition: (id, subscriptionId, failure) =>
            changeSubscription(id, subscriptionId, ({ transitions = [] }) => ({
                transitions: transitions.map((one) =>
                    isUnderWay(one)
                        ? { ...one, failure, endedAt: new Date(settings.now()).toISOString() }
                        : one,
                ),
            })),
        changeAzureSubscription: (id, subscriptionId, status) =>
            changeSubscription(id, subscriptionId, ({ purchase }) => {
                if (purchase === undefined) return {};
                const { azureCancelledAt: _, ...active } = purchase;
                return {
                    purchase:
                        status === "active"
                            ? active
                            : { ...active, azureCancelledAt: settings.now() },
                };
            }),
        changeQuantity: (id, subscriptionId, quantity) =>
            changeSubscription(id, subscriptionId, ({ purchase }) =>
                purchase === undefined
                    ? {}
                    : { purchase: { ...purchase, quantity, etag: newEtag() } },
            ),
        endMigration: (id, migrationId, outcome) =>
            change(id, (customer) => {
                const migration = customer.migrations?.find((one) => one.id === migrationId);
                if (migration === undefined)
                    throw new Error(`There is no migration ${migrationId}.`);
                return outcome === "completed"
                    ? completed(customer, migration, settings.now()).customer
                    : failed(customer, migration, outcome === "reverted");
            }),
        signAgreement: (id) => change(id, () => ({ hasSignedDirectly: true })),
        confirmAgreement: (id, agreement) =>
            change(id, ({ agreements = [] }) => ({ agreements: [...agreements, agreement] })),
        vetQualification: (id, vetting) =>
            change(id, ({ qualifications = [] }) => {
                const isVetted = (one: Qualification) =>
                    one.qualification === vetting.qualification;
                const others = qualifications.filter((one) => !isVetted(one));
                return {
                    qualifications: [...others, { ...qualifications.find(isVetted), ...vetting }],
                };
            }),
        removeDevice: (id, deviceId) =>
            change(id, ({ devices = [] }) => ({
                devices: devices.filter((device) => device.id !== deviceId),
            })),
        assignPolicy: (id, deviceId, policyId) =>
            change(id, ({ devices = [] }) => ({
                devices: devices.map(({ policyId: held, ...device }) => {
                    const assigned = device.id === deviceId ? policyId : held;
                    return { ...device, ...(assigned && { policyId: assigned }) };
                }),
            })),
        addDevice: (id, batchId, identity) => {
            const uploadedDate = new Date(settings.now()).toISOString();
            const device = { ...identity, id: randomUUID(), batchId, uploadedDate };
            change(id, ({ devices = [] }) => ({ devices: [...devices, device] }));
            return device.id;
        },
        changePolicy: (id, policyId, changed) =>
            change(id, ({ configurationPolicies = [] }) => ({
                configurationPolicies: configurationPolicies.map((policy) =>
                    policy.id === policyId ? { ...policy, ...changed } : policy,
                ),
            })),
        deleteCustomer: (id) => {
            store.deleteCustomer(getHeld(id), settings.uncertain.domainAfterDelete === "free");
            store.save();
        },
        hideDelegatedAccess: (id) => change(id, () => ({ allowDelegatedAccess: false })),
        addCustomDomain: (id, domain, makeDefault = false) => {
            store.takeDomain(domain);
            change(id, ({ customDomains, ...customer }) => ({
                customDomains: [...customDomains, domain],
                domain: makeDefault ? domain : customer.domain,
            }));
        },
        federateDomain: (id, domain) =>
            change(id, ({ federatedDomains }) => ({
                federatedDomains: [...federatedDomains, domain.toLowerCase()],
            })),
        addUser: (id, { password = `${randomUUID()}A`, ...members }) => {
            const user: UserRecord = {
                displayName: members.userPrincipalName,
                ...members,
                id: randomUUID(),
                passwords: [password],
                forceChangePassword: false,
                state: "active",
                roles: [],
            };
            change(id, ({ users }) => ({ users: [...users, user] }));
            return user.id;
        },
        changeUser: (id, userId, { password, ...members }) =>
            changeUser(id, userId, (user) => ({
                ...user,
                ...members,
                passwords: [...user.passwords, ...(password === undefined ? [] : [password])],
            })),
        deleteUser: (id, userId) =>
            changeUser(id, userId, (user) => ({
                ...user,
                state: "inactive",
                softDeletionTime: new Date(settings.now()).toISOString(),
            })),
        removeRole: (id, userId, role) => {
            const removed = directoryRolesOf(id).find(({ name }) => name === role)?.id;
            changeUser(id, userId, (user) => ({
                ...user,
                roles: user.roles.filter((one) => one !== removed),
            }));
        },
        changeLicense: (id, userId, skuId, excludedPlans) =>
            changeUser(id, userId, ({ licenses = [], ...user }) => {
                const others = licenses.filter((one) => one.skuId !== skuId);
                const changed = excludedPlans === undefined ? [] : [{ skuId, excludedPlans }];
                return { ...user, licenses: [...others, ...changed] };
            }),
        changeUsageBudget: (id, amount) => change(id, () => ({ usageBudget: amount })),
        changeOverage: (id, overage) => change(id, () => ({ overage })),
        changeSupportContact: (id, subscriptionId, supportContact) =>
            changeSubscription(id, subscriptionId, () => ({ supportContact })),
        takeDomain: (domain) => {
            store.takeDomain(domain);
            store.save();
        },
        setAccountStatus: (id, status) =>
            change(id, () => ({ vetting: newVetting({ status }, settings.now()) })),
    };
}
