import type { Identity } from "./auth/credential";
import { type CloudName, clouds } from "./clouds";

/** What a call of the service does, and who may make it. */
export interface OperationRule {
    /** What stands after "may" or "may not". */
    does: string;
    /** `application` will do for both kinds of sign-in; the other is refused with 403/900329. */
    needs: Identity;
    /** The clouds whose Partner Center does not have this call. */
    missingIn?: readonly CloudName[];
}

/** Agreements are of Microsoft's public cloud, and for an application with a user. */
const ofAgreements = {
    needs: "applicationAndUser",
    missingIn: ["usGov", "china"],
} as const satisfies Partial<OperationRule>;

/** Windows Autopilot is of Microsoft's public cloud. */
const ofAutopilot = {
    needs: "application",
    missingIn: ["usGov", "china"],
} as const satisfies Partial<OperationRule>;

/**
 * Every call that the provider makes.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-authentication
 */
export const operations = {
    createCustomer: { does: "create direct customers", needs: "application" },
    createResellerCustomer: {
        does: "create customers of an indirect reseller (associatedPartnerId)",
        needs: "applicationAndUser",
    },
    getCustomer: { does: "read customers", needs: "application" },
    listCustomers: { does: "list and search customers", needs: "application" },
    listCustomersOfReseller: {
        does: "list the customers of an indirect reseller",
        needs: "applicationAndUser",
    },
    getBillingProfile: { does: "read billing profiles", needs: "application" },
    putBillingProfile: { does: "change billing profiles", needs: "application" },
    checkDomain: { does: "check whether a domain is taken", needs: "application" },
    getCountryRules: { does: "read the rules of a country", needs: "application" },
    validateAddress: { does: "check whether an address exists", needs: "application" },
    getIndirectResellers: {
        does: "list the indirect resellers of the partner",
        needs: "applicationAndUser",
    },
    getResellersOfCustomer: {
        does: "list the resellers of a customer",
        needs: "applicationAndUser",
    },
    getRelationshipRequest: {
        does: "invite a customer who has a tenant",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    getAccountStatus: { does: "read whether a customer may buy", needs: "applicationAndUser" },
    getSubscriptions: { does: "list subscriptions", needs: "application" },
    getSku: { does: "read the catalogue", needs: "application" },
    getAvailabilities: { does: "read how an offer is for sale", needs: "application" },
    createCart: { does: "create carts", needs: "application" },
    getCart: { does: "read carts", needs: "application" },
    updateCart: { does: "change carts", needs: "application" },
    checkOutCart: { does: "order (check out carts)", needs: "application" },
    getOrder: { does: "read orders", needs: "application" },
    listOrders: { does: "list orders", needs: "application" },
    getSubscription: { does: "read subscriptions", needs: "application" },
    changeSubscription: { does: "change and cancel subscriptions", needs: "application" },
    getTransitionEligibilities: {
        does: "list what a subscription can become",
        needs: "application",
    },
    getSupportContact: {
        does: "read the support contacts of subscriptions",
        needs: "applicationAndUser",
    },
    putSupportContact: {
        does: "name the support contacts of subscriptions",
        needs: "applicationAndUser",
        missingIn: ["china"],
    },
    getRegistration: {
        does: "read whether a subscription is registered for reservations",
        needs: "application",
    },
    registerSubscription: { does: "register subscriptions for reservations", needs: "application" },
    getOverage: { does: "read the overage of customers", needs: "application" },
    putOverage: { does: "turn the overage of customers on and off", needs: "application" },
    getUsageBudget: { does: "read usage budgets", needs: "application" },
    setUsageBudget: { does: "set usage budgets", needs: "application" },
    getTransitions: { does: "list the transitions of a subscription", needs: "application" },
    startTransition: { does: "make another offer of a subscription", needs: "application" },
    getAzureEntitlements: {
        does: "read the Azure subscriptions of an Azure plan",
        needs: "application",
    },
    cancelAzureEntitlement: { does: "cancel Azure subscriptions", needs: "application" },
    listMigrations: { does: "list migrations to new commerce", needs: "application" },
    getMigration: { does: "read migrations to new commerce", needs: "application" },
    validateMigration: {
        does: "check whether subscriptions can be migrated to new commerce",
        needs: "application",
    },
    createMigration: { does: "migrate subscriptions to new commerce", needs: "application" },
    listMigrationSchedules: { does: "list scheduled migrations", needs: "application" },
    getMigrationSchedule: { does: "read scheduled migrations", needs: "application" },
    createMigrationSchedule: { does: "schedule migrations", needs: "application" },
    updateMigrationSchedule: { does: "change scheduled migrations", needs: "application" },
    cancelMigrationSchedule: { does: "cancel scheduled migrations", needs: "application" },
    readData: { does: "read this of customers", needs: "application" },
    readDataAsUser: { does: "read this of customers", needs: "applicationAndUser" },
    anyCall: { does: "make this call", needs: "application" },
    removeRelationship: {
        does: 'end the reseller relationship (deletionPolicy "removeRelationship")',
        needs: "applicationAndUser",
    },
    deleteCustomer: {
        does: 'delete customers of the integration sandbox (deletionPolicy "delete")',
        needs: "application",
    },
    getUsers: { does: "read the users of customers", needs: "applicationAndUser" },
    createUser: {
        does: "create users of customers",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    updateUser: {
        does: "change users of customers",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    resetPassword: {
        does: "reset the passwords of customers' users",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
    deleteUser: {
        does: "delete users of customers",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    getDirectoryRoles: {
        does: "read the directory roles of customers",
        needs: "applicationAndUser",
    },
    addRoleMember: {
        does: "give directory roles to users of customers",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    removeRoleMember: {
        does: "take directory roles from users of customers",
        needs: "applicationAndUser",
        missingIn: ["usGov"],
    },
    getUserLicenses: {
        does: "read the licences of customers' users",
        needs: "applicationAndUser",
    },
    getSubscribedSkus: {
        does: "read what customers have licences of",
        needs: "applicationAndUser",
    },
    updateUserLicenses: {
        does: "give licences to users of customers, and take them",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
    getAgreementTemplates: {
        does: "list the texts of agreements",
        ...ofAgreements,
    },
    getAgreementConfirmations: {
        does: "list confirmed agreements",
        ...ofAgreements,
    },
    confirmAgreement: {
        does: "confirm that a customer has accepted an agreement",
        ...ofAgreements,
    },
    getDirectSigning: {
        does: "read whether a customer has signed directly",
        ...ofAgreements,
    },
    readPolicies: { does: "read configuration policies", ...ofAutopilot },
    changePolicies: { does: "make and change configuration policies", ...ofAutopilot },
    readDevices: { does: "read devices of customers", ...ofAutopilot },
    createDeviceBatch: {
        does: "create batches of devices",
        ...ofAutopilot,
        needs: "applicationAndUser",
    },
    changeDevices: { does: "register, change and delete devices of customers", ...ofAutopilot },
    getQualifications: { does: "list qualifications", needs: "application" },
    requestQualification: { does: "ask for a qualification", needs: "applicationAndUser" },
} as const satisfies Record<string, OperationRule>;

/** What to do about a call that an application alone may not make. */
export const howToSignInAsUser =
    "Set refreshToken or refreshTokenFilePath (`partnercenter consent` gets one), or give such a token as accessToken.";

export type OperationName = keyof typeof operations;

/** Why a call cannot be made in a cloud. */
export function whyMissing(cloud: CloudName, name: OperationName): string | undefined {
    const { does, missingIn }: OperationRule = operations[name];
    return missingIn?.includes(cloud)
        ? `Partner Center for ${clouds[cloud].name} (cloud "${cloud}") cannot ${does}.`
        : undefined;
}
