/** Postal address and contact, as a program declares them. */
export type Address = {
    country: string;
    region?: string;
    city?: string;
    state?: string;
    addressLine1: string;
    addressLine2?: string;
    postalCode?: string;
    firstName: string;
    middleName?: string;
    lastName: string;
    phoneNumber?: string;
};

export type BillingProfile = {
    email: string;
    culture: string;
    language: string;
    companyName: string;
    firstName?: string;
    lastName?: string;
    defaultAddress: Address;
};

export interface CompanyProfile {
    domain: string;
    organizationRegistrationNumber?: string;
}

export const deletionPolicies = ["prevent", "retain", "removeRelationship", "delete"] as const;

/** What happens to the customer when its resource goes. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

/** What a program declares of a customer; also the part of the state that mirrors it. */
export interface DeclaredCustomer {
    companyProfile: CompanyProfile;
    billingProfile: BillingProfile;
    associatedPartnerId?: string;
    enableGDAPByDefault?: boolean;
    existingCustomerId?: string;
    deletionPolicy: DeletionPolicy;
}

/** The resolved arguments, as `check` leaves them. */
export interface CustomerInputs extends DeclaredCustomer {
    /**
     * Hash of the resource's URN, from which the idempotency key of its creation is made. The provider
     * is told neither stack nor name, so the resource class passes this.
     */
    requestKey?: string;
}

/** What the state holds of a customer. */
export interface CustomerState extends DeclaredCustomer {
    tenantId: string;
    commerceId?: string;
    /** Absent until the customer was read back after its creation. */
    relationshipToPartner?: string;
    allowDelegatedAccess?: boolean;
    customDomains?: string[];
    userCredentials?: { userName: string; password: string };
    adminUserPrincipalName?: string;
}
