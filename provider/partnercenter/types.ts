/**
 * The resources of the Partner Center REST API as they stand on the wire, as far as the provider
 * reads or writes them. The service adds members over the years: all that is not named here passes
 * through untouched (`Open`).
 *
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources
 */

/** A resource of which we name some members and keep the others. */
export interface Open {
    [member: string]: unknown;
}

/** @see https://learn.microsoft.com/partner-center/developer/utility-resources */
export interface AddressResource extends Open {
    country?: string;
    region?: string;
    city?: string;
    state?: string;
    addressLine1?: string;
    addressLine2?: string;
    postalCode?: string;
    firstName?: string;
    middleName?: string;
    lastName?: string;
    phoneNumber?: string;
}

export interface BillingProfileResource extends Open {
    id?: string;
    email?: string;
    culture?: string;
    language?: string;
    companyName?: string;
    firstName?: string;
    lastName?: string;
    defaultAddress?: AddressResource;
    attributes?: Open & { etag?: string };
}

export interface CompanyProfileResource extends Open {
    tenantId?: string;
    domain?: string;
    companyName?: string;
    organizationRegistrationNumber?: string;
}

export interface CustomerResource extends Open {
    id: string;
    commerceId?: string;
    companyProfile?: CompanyProfileResource;
    billingProfile?: BillingProfileResource;
    /** `reseller` or `none`, and whatever else the service may answer one day. */
    relationshipToPartner?: string;
    allowDelegatedAccess?: boolean;
    customDomains?: string[];
    /** Answered once, by the request that creates the customer. */
    userCredentials?: { userName?: string; password?: string };
    associatedPartnerId?: string;
    enableGDAPByDefault?: boolean;
}

/** The body of `POST /v1/customers`. */
export interface NewCustomer {
    companyProfile: { domain: string; organizationRegistrationNumber?: string };
    billingProfile: BillingProfileResource;
    associatedPartnerId?: string;
    enableGDAPByDefault?: boolean;
}

/** @see https://learn.microsoft.com/partner-center/developer/subscription-resources */
export interface SubscriptionResource extends Open {
    id: string;
    orderId?: string;
    /** `product:sku:availability`, or a GUID for the older offers. */
    offerId?: string;
    offerName?: string;
    friendlyName?: string;
    quantity?: number;
    /** `active`, `suspended`, `deleted`, and some that the service alone sets. */
    status?: string;
    suspensionReasons?: string[];
    autoRenewEnabled?: boolean;
    isTrial?: boolean;
    billingCycle?: string;
    termDuration?: string;
    partnerId?: string;
    effectiveStartDate?: string;
    commitmentEndDate?: string;
    cancellationAllowedUntilDate?: string;
    /** The licences that can be given back. */
    refundableQuantity?: {
        totalQuantity?: number;
        details?: { quantity?: number; allowedUntilDateTime?: string }[];
    };
    attributes?: Open & { etag?: string };
}

/** @see https://learn.microsoft.com/partner-center/developer/retrieve-validation-status */
export interface AccountStatusResource extends Open {
    /** What was vetted: `account`. */
    type?: string;
    /** `Allowed`, `UnderReview`, `NotAllowed`, `Unknown`, `Not Ready`, and whatever else the service may answer. */
    status?: string;
    lastUpdateDateTime?: string;
}

/** A company that resells for this partner. */
export interface ResellerResource extends Open {
    /** Its tenant: the value of `associatedPartnerId`. */
    id: string;
    name?: string;
    relationshipType?: string;
    /** `Active`, and whatever else the service may answer. */
    state?: string;
    /** Its id in the Microsoft AI Cloud Partner Program. Newer answers call it `partnerId`. */
    mpnId?: string;
    partnerId?: string;
    /** Country, two letters. */
    location?: string;
}

/** One page of a list. */
export interface CollectionResource<Item> extends Open {
    items?: Item[];
    links?: { next?: LinkResource };
    continuationToken?: string;
}

/** Where to go next: the address, and the headers that must go with it. */
export interface LinkResource {
    uri: string;
    headers?: { key: string; value: string }[];
}
