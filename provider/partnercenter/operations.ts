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
    listCustomers: { does: "search customers by domain", needs: "application" },
    getBillingProfile: { does: "read billing profiles", needs: "application" },
    putBillingProfile: { does: "change billing profiles", needs: "application" },
    checkDomain: { does: "check whether a domain is taken", needs: "application" },
    getCountryRules: { does: "read the rules of a country", needs: "application" },
    validateAddress: { does: "check whether an address exists", needs: "application" },
    getIndirectResellers: {
        does: "list the indirect resellers of the partner",
        needs: "applicationAndUser",
    },
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
    getAzureEntitlements: {
        does: "list the Azure subscriptions of an Azure plan",
        needs: "application",
    },
    removeRelationship: {
        does: 'end the reseller relationship (deletionPolicy "removeRelationship")',
        needs: "applicationAndUser",
    },
    deleteCustomer: {
        does: 'delete customers of the integration sandbox (deletionPolicy "delete")',
        needs: "application",
    },
    getAgreementTemplates: {
        does: "list the texts of agreements",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
    getAgreementConfirmations: {
        does: "list confirmed agreements",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
    confirmAgreement: {
        does: "confirm that a customer has accepted an agreement",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
    getDirectSigning: {
        does: "read whether a customer has signed directly",
        needs: "applicationAndUser",
        missingIn: ["usGov", "china"],
    },
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
