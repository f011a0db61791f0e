/** What an error code means, and what a person can do about it. */
export interface Explanation {
    meaning: string;
    remedy: string;
}

interface Entry extends Explanation {
    /** Where one code is used for several things, the HTTP status that this entry is for. */
    status?: number;
}

const appUser =
    "Sign in as application and user (Secure Application Model), or give such a token as accessToken.";

/**
 * The codes of the service that a customer's life can meet.
 *
 * @see https://learn.microsoft.com/partner-center/developer/error-codes
 */
export const errorCatalogue: Readonly<Record<string, readonly Entry[]>> = {
    "0": [
        {
            status: 501,
            meaning: "The service has no name for what went wrong.",
            remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
        },
        {
            meaning: "The partner may not be onboarded to sell in this country.",
            remedy: "Check the country, and the partner's sales region in Partner Center.",
        },
    ],
    "400": [
        {
            status: 401,
            meaning: "Partner Center does not accept this identity.",
            remedy: "Register the application under Account settings, App management; sandbox and production are registered apart.",
        },
    ],
    "1000": [{ meaning: "The resource does not exist.", remedy: "Check the id." }],
    "1002": [
        {
            meaning: "This kind of partner may not make this call.",
            remedy: "Calls about resellers are for indirect providers only.",
        },
    ],
    "2000": [{ meaning: "An id is malformed.", remedy: "Ids are GUIDs." }],
    "2001": [
        {
            meaning:
                "A required value is missing; of a subscription: its quantity cannot change while it is suspended.",
            remedy: "Check the fields that the service names, and the subscription's status.",
        },
    ],
    "2002": [
        {
            meaning: "The quantity is outside of what the offer allows.",
            remedy: "Check the offer's minimum and maximum; a preview tells them.",
        },
    ],
    "2006": [
        {
            meaning: "The partner may not sell this offer.",
            remedy: "Check the partner's programme enrolment.",
        },
    ],
    "2007": [
        {
            meaning: "The address does not exist as it is written.",
            remedy: "Check that city, state and postalCode belong together.",
        },
    ],
    "2011": [
        {
            meaning: "The subscription has ended, and cannot change any more.",
            remedy: "Run pulumi refresh, which forgets it.",
        },
    ],
    "2030": [
        {
            meaning: "The partner is not onboarded in this country.",
            remedy: "A partner tenant sells in one region: use the partner tenant of the customer's region.",
        },
    ],
    "2032": [
        {
            meaning: "Access is denied.",
            remedy: "Check the partner's programme enrolment and the role of the identity.",
        },
    ],
    "2054": [
        {
            meaning: "No call changes the billing cycle of a subscription that exists.",
            remedy: "Set billingCycle back; the portal changes it for the next term.",
        },
    ],
    "2055": [
        {
            meaning: "It was changed by someone else at the same moment.",
            remedy: "Run the operation again.",
        },
    ],
    "3000": [
        {
            meaning:
                "The relationship or the organisation does not exist, or a property is invalid.",
            remedy: "Check in Partner Center whether this is still your customer.",
        },
    ],
    "13605": [
        {
            meaning: "The customer has not accepted the Microsoft Customer Agreement.",
            remedy: "Confirm it by a CustomerAgreement resource, on which the order depends (dependsOn).",
        },
    ],
    "20000": [
        {
            status: 400,
            meaning: "The partner may not sell in this country.",
            remedy: "A partner tenant sells in one region: use the partner tenant of the customer's region.",
        },
    ],
    "20002": [
        {
            meaning: "This customer is not, or no longer, a customer of this partner.",
            remedy: "Check partner tenant and cloud; a new relationship needs the customer's consent.",
        },
    ],
    "20003": [
        {
            meaning: "The customer has no such subscription, or not yet.",
            remedy: "Check the id; after an order, wait a little.",
        },
    ],
    "27002": [
        {
            meaning: "A value is invalid; StateInvalid means the state or the region.",
            remedy: "Take the state from the country's list, and leave region out for US addresses.",
        },
    ],
    "60002": [{ meaning: "The user does not exist.", remedy: "Check the user's id." }],
    "60003": [{ meaning: "The tenant does not exist.", remedy: "Check the customer's id." }],
    "60012": [
        {
            meaning: "The customer has no licence of this product left.",
            remedy: "Buy more (quantity of the Subscription), or take one from another user.",
        },
    ],
    "60071": [
        {
            meaning: "The parts of the address do not belong together.",
            remedy: "Check that city, state and postalCode belong together.",
        },
    ],
    "400013": [
        {
            meaning: "The catalogue has no such product for this customer.",
            remedy: "Check productId, and whether it is sold in the customer's country.",
        },
    ],
    "400018": [
        {
            meaning: "The product has no such SKU.",
            remedy: "Check skuId, which has leading zeros.",
        },
    ],
    "400019": [
        {
            meaning: "The availability is not for sale any more.",
            remedy: "Run pulumi up again: availabilities are looked up anew.",
        },
    ],
    "600002": [
        {
            meaning: "A value is not supported; for the registration number: not in this country.",
            remedy: "Leave companyProfile.organizationRegistrationNumber out for this country.",
        },
    ],
    "600006": [
        {
            meaning: "This partner or identity may not create customers here.",
            remedy: "Check the programme enrolment and the role (Admin agent), and whether app-only access is allowed.",
        },
    ],
    "600049": [
        {
            meaning: "This country wants the organisation's registration number.",
            remedy: "Give companyProfile.organizationRegistrationNumber.",
        },
    ],
    "600050": [
        {
            meaning: "The organisation's registration number does not have this country's form.",
            remedy: "Check companyProfile.organizationRegistrationNumber against the pattern in the message.",
        },
    ],
    "600051": [
        {
            meaning: "This country wants a phone number.",
            remedy: "Give billingProfile.defaultAddress.phoneNumber.",
        },
    ],
    "600061": [
        {
            meaning: "The same contact has confirmed an agreement of this customer already.",
            remedy: "Where another text is to be confirmed (templateId), give another contact.",
        },
    ],
    "600074": [
        {
            meaning: "There is no account status yet.",
            remedy: "Ask again after the account was reviewed.",
        },
    ],
    "800001": [
        { meaning: "The token is not a partner's.", remedy: "Check tenantId and clientId." },
    ],
    "800002": [
        { meaning: "A value is invalid.", remedy: "Check the fields that the service names." },
    ],
    "800003": [
        {
            meaning: "The service failed unexpectedly.",
            remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
        },
    ],
    "800008": [
        {
            meaning: "The cart is not there (any more): carts live for seven days.",
            remedy: "Replace the cart of the subscription.",
        },
    ],
    "800009": [
        {
            meaning: "The cart holds something that cannot be bought.",
            remedy: "Check offer, terms and quantity.",
        },
    ],
    "800011": [
        {
            meaning: "This is no Azure subscription.",
            remedy: "Give the id of an Azure subscription of the customer.",
        },
    ],
    "800012": [
        {
            meaning: "The subscription is not active.",
            remedy: 'Set status: "active" first; what has ended cannot change any more.',
        },
    ],
    "800013": [
        {
            meaning: "The subscription is not registered for reservations.",
            remedy: "Declare a SubscriptionRegistration, on which the order depends (dependsOn).",
        },
    ],
    "800016": [
        {
            meaning: "This is not an indirect reseller of the provider.",
            remedy: "Give a reseller that has accepted the partnership: as associatedPartnerId its tenant id.",
        },
    ],
    "800018": [
        {
            meaning: "The sandbox is full (75 customers).",
            remedy: "Delete sandbox customers that are not needed.",
        },
    ],
    "800020": [
        {
            meaning: "This offer may not be bought.",
            remedy: "Check the customer's segment and the partner's programme enrolment.",
        },
    ],
    "800030": [
        {
            meaning: "The subscription is not registered for reservations.",
            remedy: "Declare a SubscriptionRegistration, on which the order depends (dependsOn).",
        },
    ],
    "800042": [
        {
            meaning: "The service does not support this.",
            remedy: "Support contacts are for the former (legacy) offers only.",
        },
    ],
    "800060": [
        {
            meaning: "The order is being worked on.",
            remedy: "Run pulumi up again in some minutes; it orders nothing a second time.",
        },
    ],
    "800064": [
        {
            meaning: "The cart is being checked out by another request.",
            remedy: "Run pulumi up again in some minutes; it orders nothing a second time.",
        },
    ],
    "800065": [
        {
            meaning: "The cart was checked out before.",
            remedy: "Run pulumi up again: it looks for the order of that time.",
        },
    ],
    "800066": [
        {
            meaning: "The customer has as many subscriptions as are allowed.",
            remedy: "End one of them first.",
        },
    ],
    "800067": [
        {
            meaning: "The subscription would have more licences than are allowed.",
            remedy: "Reduce quantity.",
        },
    ],
    "800069": [
        {
            meaning: "Microsoft's risk management refused the order.",
            remedy: "Ask Partner Center support for the reason.",
        },
    ],
    "800073": [
        { meaning: "The customer is under review.", remedy: "Wait for the result of the review." },
    ],
    "800074": [
        { meaning: "The customer is under review.", remedy: "Wait for the result of the review." },
    ],
    "800075": [
        {
            meaning: "The customer was not approved.",
            remedy: "Check the customer's data, and ask Partner Center support for the reason.",
        },
    ],
    "800090": [
        {
            meaning: "Licences are taken back for seven days after they were bought.",
            remedy: "Set quantity back, and reduce it when the term is renewed.",
        },
    ],
    "800091": [
        {
            meaning: "A suspended subscription cannot change.",
            remedy: 'Set status: "active" too.',
        },
    ],
    "800093": [
        {
            meaning: "The subscription cannot renew itself.",
            remedy: "Leave autoRenewEnabled out.",
        },
    ],
    "800096": [
        {
            meaning: "The status of the subscription cannot change to this.",
            remedy: "Check until when it can be cancelled, and whether something still uses it.",
        },
    ],
    "800111": [
        {
            meaning: "The Azure plan has no such Azure subscription.",
            remedy: "Check subscriptionId (the plan) and entitlementId (the Azure subscription).",
        },
    ],
    "90000": [
        {
            meaning: "Microsoft Entra ID could not issue a token for this call.",
            remedy: "Check consent and Conditional Access of the application.",
        },
    ],
    "900115": [
        {
            meaning: "The Azure plan has Azure subscriptions that are active.",
            remedy: 'Cancel them first: each as an AzureEntitlement with deletionPolicy "cancel", or in Azure.',
        },
    ],
    "900118": [
        { meaning: "The customer's id is invalid.", remedy: "Give the customer's tenant id." },
    ],
    "900123": [
        {
            meaning: "The reseller has not accepted the Microsoft Partner Agreement.",
            remedy: "The reseller signs it in Partner Center.",
        },
    ],
    "900124": [
        {
            meaning: "The partner has not accepted the Microsoft Partner Agreement.",
            remedy: "A Global administrator signs it in Partner Center.",
        },
    ],
    "900127": [
        {
            meaning: "This is not supported in this environment.",
            remedy: 'Customers can be deleted in the integration sandbox only; elsewhere use deletionPolicy "removeRelationship" or "retain".',
        },
    ],
    "900141": [{ meaning: "This is not supported.", remedy: "Check what this cloud offers." }],
    "900150": [
        {
            meaning: "The identity's role lacks the right for this call.",
            remedy: "Give it the Admin agent role, or sign in as application and user.",
        },
    ],
    "900154": [
        {
            meaning: "The reseller's id is not linked to an active reseller.",
            remedy: "Check the partnership with this reseller.",
        },
    ],
    "900159": [
        {
            meaning: "The partner sells nothing to this customer (any more).",
            remedy: "Check the customer's id, and whether the relationship has ended.",
        },
    ],
    "900192": [
        {
            meaning: "The service failed unexpectedly.",
            remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
        },
    ],
    "900215": [
        {
            meaning:
                "A subscription that is not active cannot be migrated; a migration suspends it.",
            remedy: "Reactivate it, or look in Partner Center whether it was migrated.",
        },
    ],
    "900216": [
        {
            meaning: "The subscription is being migrated.",
            remedy: "Run pulumi up again: it takes that migration up, and begins no second one.",
        },
    ],
    "900217": [
        {
            meaning: "The subscription's term ends within a day.",
            remedy: "Set purchaseFullTerm: true, or wait for the renewal.",
        },
    ],
    "900218": [
        {
            meaning: "A subscription with a promotion cannot be migrated.",
            remedy: "Buy the new offer, and end the old subscription.",
        },
    ],
    "900219": [
        {
            meaning: "The subscription has add-ons, which must be migrated with it.",
            remedy: "Name all of them in addOnMigrations.",
        },
    ],
    "900220": [
        {
            meaning: "New commerce has no counterpart of this offer yet.",
            remedy: "Look into the NCE mapping of Partner Center's offer matrix.",
        },
    ],
    "900221": [
        {
            meaning: "The subscription cannot be migrated for one of several reasons.",
            remedy: "Check its status, promotions, add-ons, the end of its term, and the offer.",
        },
    ],
    "900222": [
        {
            meaning: "The new offer is not sold for this term with this billing.",
            remedy: "Change termDuration or billingCycle.",
        },
    ],
    "900223": [
        {
            meaning: "The partner may not migrate subscriptions yet.",
            remedy: "Ask Partner Center support for the reason.",
        },
    ],
    "900224": [{ meaning: "There is no such migration.", remedy: "Check its id." }],
    "900226": [
        {
            meaning: "A subscription can be migrated a month after it was bought.",
            remedy: "Run pulumi up again then, or schedule it (NewCommerceMigrationSchedule).",
        },
    ],
    "900247": [
        {
            meaning: "The partner on record of the subscription is not valid.",
            remedy: "Correct the partner on record of the old subscription first.",
        },
    ],
    "900248": [
        {
            meaning: "An add-on is named twice.",
            remedy: "Name each add-on once in addOnMigrations.",
        },
    ],
    "900262": [
        {
            meaning: "An add-on is not there, or not active.",
            remedy: "Check the ids in addOnMigrations.",
        },
    ],
    "900267": [
        {
            meaning: "A transition cannot shorten the term.",
            remedy: "Give the term that the subscription has, or a longer one.",
        },
    ],
    "900268": [
        {
            meaning: "What the subscription is to become is not sold for this term.",
            remedy: "Check termDuration; the preview of a new order tells the terms of an offer.",
        },
    ],
    "900269": [
        {
            meaning: "What the subscription is to become is not billed in this cycle.",
            remedy: "Check billingCycle; the preview of a new order tells the terms of an offer.",
        },
    ],
    "900270": [
        {
            meaning: "The billing cycle is longer than the term.",
            remedy: "Shorten billingCycle, or lengthen termDuration.",
        },
    ],
    "900275": [
        {
            meaning: "The quantity is outside of what the offer allows.",
            remedy: "Change quantity.",
        },
    ],
    "900278": [
        {
            meaning: "Another change of this subscription is under way.",
            remedy: "Run pulumi up again later; it may take a day.",
        },
    ],
    "900291": [
        {
            meaning: "The end of the term lies beyond the first term.",
            remedy: "Give an earlier customTermEndDate.",
        },
    ],
    "900292": [
        {
            meaning: "A term ends with a month, or with another subscription of new commerce.",
            remedy: "Give such a day as customTermEndDate.",
        },
    ],
    "900307": [
        {
            meaning: "The service does not know this cancellationReason.",
            remedy: 'Give "compromise", the one that is documented.',
        },
    ],
    "900308": [
        {
            meaning: "The identity has too few delegated rights (GDAP) in the customer's tenant.",
            remedy: "Assign the role that the call needs.",
        },
    ],
    "900309": [
        {
            meaning: "Conditional Access blocks this call.",
            remedy: "Check the partner tenant's policies.",
        },
    ],
    "900329": [{ meaning: "This call is not open to app-only sign-in.", remedy: appUser }],
    "900416": [
        {
            meaning: "The customer's account is locked for transactions.",
            remedy: "Ask Partner Center support for the reason.",
        },
    ],
    "900420": [
        {
            meaning: "The token was issued for another audience.",
            remedy: "Ask for a token of Partner Center itself (https://api.partnercenter.microsoft.com/.default), not of graph.windows.net.",
        },
    ],
    "900421": [
        {
            meaning: "The token carries no proof of multi-factor authentication.",
            remedy: "Give consent again with MFA, and use the refresh token from that.",
        },
    ],
};

/** Explanations by HTTP status, for answers without a code that the catalogue knows. */
export const byStatus: Readonly<Record<number, Explanation>> = {
    401: {
        meaning: "Partner Center does not accept the token.",
        remedy: "Check cloud, tenantId and the credential, and that the application is registered in Partner Center.",
    },
    403: {
        meaning: "The identity may not do this.",
        remedy: "Check its role (Admin agent), the kind of partner, and whether the call needs application and user.",
    },
    429: {
        meaning: "The service asks for fewer requests.",
        remedy: "Run the operation again in a few minutes.",
    },
};

/** Meaning and remedy of an error answer, where they are known. */
export function explain(answer: {
    status: number;
    code?: string | undefined;
}): Explanation | undefined {
    const { code = "" } = answer;
    const entries = Object.hasOwn(errorCatalogue, code) ? (errorCatalogue[code] ?? []) : [];
    const entry =
        entries.find((candidate) => candidate.status === answer.status) ??
        entries.find((candidate) => candidate.status === undefined);
    return entry ?? byStatus[answer.status];
}
