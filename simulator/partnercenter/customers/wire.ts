import type { CustomerRecord } from "../../records/customers";
import type { Uncertain } from "../../uncertain";
import { link, omitMissing } from "../http/wire";
import type { Address, BillingProfile } from "./shapes";

type Wire = Record<string, unknown>;

/** A customer as getting it by id answers it (docs: get-a-customer-by-id). */
export function customerWire(customer: CustomerRecord, uncertain: Uncertain): Wire {
    const { id, commerceId, customDomains, allowDelegatedAccess } = customer;
    return omitMissing({
        id,
        commerceId,
        companyProfile: companyProfileWire(customer, uncertain),
        billingProfile:
            uncertain.billingProfileInCustomer === "present"
                ? billingProfileWire(customer, uncertain)
                : undefined,
        enableGDAPByDefault:
            uncertain.gdapFlagInCustomer === "present" ? customer.enableGDAPByDefault : undefined,
        relationshipToPartner: customer.relationshipToPartner,
        allowDelegatedAccess,
        customDomains: allowDelegatedAccess ? customDomains : undefined,
        associatedPartnerId: customer.associatedPartnerId,
        links: { self: link(`/customers/${id}`) },
        attributes: { objectType: "Customer" },
    });
}

/** A new customer as its create answers it, the only time with the password. */
export function createdCustomerWire(customer: CustomerRecord, uncertain: Uncertain): Wire {
    const documented = customer.associatedPartnerId === undefined ? "none" : "reseller";
    const { relationshipAfterCreate } = uncertain;
    return omitMissing({
        id: customer.id,
        commerceId: customer.commerceId,
        companyProfile: briefCompanyProfileWire(customer),
        billingProfile: billingProfileWire(customer, uncertain),
        enableGDAPByDefault: customer.enableGDAPByDefault,
        relationshipToPartner:
            relationshipAfterCreate === "asDocumented" ? documented : relationshipAfterCreate,
        allowDelegatedAccess: customer.allowDelegatedAccess,
        userCredentials: customer.userCredentials,
        associatedPartnerId: customer.associatedPartnerId,
        attributes: { objectType: "Customer" },
    });
}

/** A customer as lists hold it (docs: get-a-list-of-customers). */
export function listedCustomerWire(customer: CustomerRecord): Wire {
    return {
        id: customer.id,
        companyProfile: briefCompanyProfileWire(customer),
        relationshipToPartner: customer.relationshipToPartner,
        links: { self: link(`/customers/${customer.id}`) },
        attributes: { objectType: "Customer" },
    };
}

/** docs: get-a-customer-s-company-profile; address and e-mail only with delegated access. */
export function companyProfileWire(customer: CustomerRecord, uncertain: Uncertain): Wire {
    const { company, allowDelegatedAccess } = customer;
    return omitMissing({
        ...briefCompanyProfileWire(customer),
        address: allowDelegatedAccess ? addressWire(company.address, uncertain) : undefined,
        email: allowDelegatedAccess ? company.email : undefined,
        organizationRegistrationNumber: company.organizationRegistrationNumber,
    });
}

/** docs: get-a-customer-s-billing-profile. */
export function billingProfileWire(customer: CustomerRecord, uncertain: Uncertain): Wire {
    const { attributes: _, defaultAddress = {}, ...profile }: BillingProfile = customer.billing;
    return {
        ...withoutEmpty(profile, uncertain),
        defaultAddress: addressWire(defaultAddress, uncertain),
        links: { self: link(`/customers/${customer.id}/profiles/billing`) },
        attributes: { etag: customer.etag, objectType: "CustomerBillingProfile" },
    };
}

function briefCompanyProfileWire({ id, domain, company }: CustomerRecord): Wire {
    return omitMissing({
        tenantId: id,
        domain,
        companyName: company.companyName,
        links: { self: link(`/customers/${id}/profiles/company`) },
        attributes: { objectType: "CustomerCompanyProfile" },
    });
}

function addressWire(address: Address, uncertain: Uncertain): Wire {
    return withoutEmpty(address, uncertain);
}

function withoutEmpty(members: Wire, { emptyMembers }: Uncertain): Wire {
    if (emptyMembers === "kept") return members;
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ""));
}
