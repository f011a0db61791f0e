import type { Bound } from "../http/bind";

const attributes = { etag: "text", objectType: "text" } as const;

/** A postal address with its contact; `CustomerService` contract, `Address`. */
export const addressShape = {
    id: "text",
    country: "text",
    region: "text",
    city: "text",
    state: "text",
    district: "text",
    addressLine1: "text",
    addressLine2: "text",
    addressLine3: "text",
    postalCode: "text",
    firstName: "text",
    middleName: "text",
    lastName: "text",
    emailAddress: "text",
    phoneNumber: "text",
} as const;

/** `CustomerService` contract, `CustomerBillingProfile`. */
export const billingProfileShape = {
    id: "text",
    firstName: "text",
    lastName: "text",
    email: "text",
    culture: "text",
    language: "text",
    companyName: "text",
    defaultAddress: addressShape,
    attributes,
} as const;

/** `CustomerService` contract, `Customer`, as far as a request may carry it. */
export const customerShape = {
    companyProfile: {
        domain: "text",
        companyName: "text",
        organizationRegistrationNumber: "text",
    },
    billingProfile: billingProfileShape,
    relationshipToPartner: "text",
    allowDelegatedAccess: "boolean",
    enableGDAPByDefault: "boolean",
    associatedPartnerId: "text",
    userCredentials: { userName: "text", password: "text" },
} as const;

/** `CustomerService` contract, `Agreement`. */
export const agreementShape = {
    primaryContact: {
        firstName: "text",
        middleName: "text",
        lastName: "text",
        email: "text",
        phoneNumber: "text",
    },
    templateId: "text",
    dateAgreed: "text",
    type: "text",
} as const;

/** docs: update-customer-qualification-asynchronous. */
export const qualificationShape = {
    qualification: "text",
    educationSegment: "text",
    website: "text",
    validationCode: "text",
} as const;

export type Address = Bound<typeof addressShape>;
export type BillingProfile = Bound<typeof billingProfileShape>;
export type CustomerRequest = Bound<typeof customerShape>;
