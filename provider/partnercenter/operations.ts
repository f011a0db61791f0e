import type { Identity } from "./auth/credential";
import { type CloudName, clouds } from "./clouds";

/** What a call of the service does, and who may make it. */
interface OperationRule {
    /** What stands after "may" or "may not". */
    does: string;
    /** `application` will do for both kinds of sign-in; the other is refused with 403/900329. */
    needs: Identity;
    /** The clouds whose Partner Center does not have this call. */
    missingIn: readonly CloudName[];
}

/** A call that is open to every sign-in, but not in these clouds. */
function application(does: string, ...missingIn: CloudName[]): OperationRule {
    return { does, needs: "application", missingIn };
}

/** A call that is for an application with a user, but not in these clouds. */
function withUser(does: string, ...missingIn: CloudName[]): OperationRule {
    return { does, needs: "applicationAndUser", missingIn };
}

/**
 * Every call that the provider makes.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-authentication
 */
export const operations = {
    createCustomer: application("create direct customers"),
    createResellerCustomer: withUser(
        "create customers of an indirect reseller (associatedPartnerId)",
    ),
    getCustomer: application("read customers"),
    listCustomers: application("list and search customers"),
    listCustomersOfReseller: withUser("list the customers of an indirect reseller"),
    getBillingProfile: application("read billing profiles"),
    putBillingProfile: application("change billing profiles"),

    checkDomain: application("check whether a domain is taken"),
    getCountryRules: application("read the rules of a country"),
    validateAddress: application("check whether an address exists"),

    getIndirectResellers: withUser("list the indirect resellers of the partner"),
    getResellersOfCustomer: withUser("list the resellers of a customer"),
    getRelationshipRequest: withUser("invite a customer who has a tenant", "usGov"),

    getAccountStatus: withUser("read whether a customer may buy"),
    getSubscriptions: application("list subscriptions"),

    getSku: application("read the catalogue"),
    getAvailabilities: application("read how an offer is for sale"),
    createCart: application("create carts"),
    getCart: application("read carts"),
    updateCart: application("change carts"),
    checkOutCart: application("order (check out carts)"),
    getOrder: application("read orders"),
    listOrders: application("list orders"),

    getSubscription: application("read subscriptions"),
    changeSubscription: application("change and cancel subscriptions"),

    getTransitionEligibilities: application("list what a subscription can become"),

    getSupportContact: withUser("read the support contacts of subscriptions"),
    putSupportContact: withUser("name the support contacts of subscriptions", "china"),
    getRegistration: application("read whether a subscription is registered for reservations"),
    registerSubscription: application("register subscriptions for reservations"),
    getOverage: application("read the overage of customers"),
    putOverage: application("turn the overage of customers on and off"),
    getUsageBudget: application("read usage budgets"),
    setUsageBudget: application("set usage budgets"),

    getTransitions: application("list the transitions of a subscription"),
    startTransition: application("make another offer of a subscription"),
    getAzureEntitlements: application("read the Azure subscriptions of an Azure plan"),
    cancelAzureEntitlement: application("cancel Azure subscriptions"),

    listMigrations: application("list migrations to new commerce"),
    getMigration: application("read migrations to new commerce"),
    validateMigration: application("check whether subscriptions can be migrated to new commerce"),
    createMigration: application("migrate subscriptions to new commerce"),
    listMigrationSchedules: application("list scheduled migrations"),
    getMigrationSchedule: application("read scheduled migrations"),
    createMigrationSchedule: application("schedule migrations"),
    updateMigrationSchedule: application("change scheduled migrations"),
    cancelMigrationSchedule: application("cancel scheduled migrations"),

    readData: application("read other data of customers (getCustomerData)"),
    readDataAsUser: withUser(
        "read users, roles, licences, agreements and company profiles (getCustomerData)",
    ),
    anyCall: application("make any call by its path (some are refused without a user)"),

    removeRelationship: withUser(
        'end the reseller relationship (deletionPolicy "removeRelationship")',
    ),
    deleteCustomer: application(
        'delete customers of the integration sandbox (deletionPolicy "delete")',
    ),

    getUsers: withUser("read the users of customers"),
    createUser: withUser("create users of customers", "usGov"),
    updateUser: withUser("change users of customers", "usGov"),
    resetPassword: withUser("reset the passwords of customers' users", "usGov", "china"),
    deleteUser: withUser("delete users of customers", "usGov"),
    getDirectoryRoles: withUser("read the directory roles of customers"),
    addRoleMember: withUser("give directory roles to users of customers", "usGov"),
    removeRoleMember: withUser("take directory roles from users of customers", "usGov"),
    getUserLicenses: withUser("read the licences of customers' users"),
    getSubscribedSkus: withUser("read what customers have licences of"),
    updateUserLicenses: withUser(
        "give licences to users of customers, and take them",
        "usGov",
        "china",
    ),

    getAgreementTemplates: withUser("list the texts of agreements", "usGov", "china"),
    getAgreementConfirmations: withUser("list confirmed agreements", "usGov", "china"),
    confirmAgreement: withUser(
        "confirm that a customer has accepted an agreement",
        "usGov",
        "china",
    ),
    getDirectSigning: withUser("read whether a customer has signed directly", "usGov", "china"),

    readPolicies: application("read configuration policies", "usGov", "china"),
    changePolicies: application("make and change configuration policies", "usGov", "china"),
    readDevices: application("read devices of customers", "usGov", "china"),
    createDeviceBatch: withUser("create batches of devices", "usGov", "china"),
    changeDevices: application(
        "register, change and delete devices of customers",
        "usGov",
        "china",
    ),

    getQualifications: application("list qualifications"),
    requestQualification: withUser("ask for a qualification"),
};

/** What to do about a call that an application alone may not make. */
export const howToSignInAsUser =
    "Set refreshToken or refreshTokenFilePath (`partnercenter consent` gets one), or give such a token as accessToken.";

export type OperationName = keyof typeof operations;

/** Why a call cannot be made in a cloud. */
export function whyMissing(cloud: CloudName, name: OperationName): string | undefined {
    const { does, missingIn } = operations[name];
    return missingIn.includes(cloud)
        ? `Partner Center for ${clouds[cloud].name} (cloud "${cloud}") cannot ${does}.`
        : undefined;
}
