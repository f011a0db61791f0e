import type { Input } from "@pulumi/pulumi";
import type { AccountApprovalWait } from "../accountApproval/args";
import type { DeletionPolicy } from "./shapes";

/**
 * What a program says of a customer. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/create-a-customer
 */
export interface CustomerArgs {
    /** Who the customer is. */
    companyProfile: Input<CompanyProfileArgs>;

    /** Where and in which language the customer is billed. Changes in place. */
    billingProfile: Input<BillingProfileArgs>;

    /**
     * Tenant id (a GUID) of the indirect reseller of this customer. For indirect providers; the
     * reseller must have a partnership with the provider already, and the call needs sign-in as
     * application and user. Left out, the customer is a direct one. Fixed at creation.
     *
     * @example "b01b1487-b36e-4e6d-9b5e-0b58974c4b28"
     * @see https://learn.microsoft.com/partner-center/developer/create-a-customer-for-an-indirect-reseller
     */
    associatedPartnerId?: Input<string>;

    /**
     * Whether the service makes a default GDAP relationship. `false` makes none; left out, the service
     * decides, and since November 2023 it makes one. It gives no access until roles are assigned.
     * Fixed at creation.
     *
     * @example false
     * @see https://learn.microsoft.com/partner-center/customers/gdap-faq
     */
    enableGDAPByDefault?: Input<boolean>;

    /**
     * Takes over a customer that the partner already has, instead of creating one: its tenant id, a
     * GUID. Its domain must be the one in `companyProfile`; what differs in the billing profile is
     * written. The administrator's password stays unknown.
     *
     * @example "dfd8cc0a-c592-468c-8461-869a38d24738"
     */
    existingCustomerId?: Input<string>;

    /**
     * What happens to the customer when the resource goes, by `pulumi destroy`, by its removal from
     * the program or by its replacement:
     *
     * - `prevent`: that fails. A change that would replace the customer fails at preview.
     * - `retain`: the customer stays in Partner Center, and is forgotten here.
     * - `removeRelationship`: the reseller relationship ends. The tenant lives on. Active
     *   subscriptions stand in the way; needs sign-in as application and user.
     * - `delete`: the customer is deleted. Possible in the integration sandbox only.
     *
     * The policy in the state counts: a new one must be deployed before it works.
     *
     * @defaultValue `"prevent"`
     */
    deletionPolicy?: Input<DeletionPolicy>;

    /**
     * Waits until Microsoft's vetting allows orders of the customer, an hour or as long as
     * `timeoutMinutes` says. The customer is in the state before that: an `AccountApproval`, the
     * customer's child, waits. Whatever uses the customer's `tenantId` waits with it; what uses its
     * `id` does not. When the time is up the run fails, and the next `pulumi up` goes on waiting.
     * Needs sign-in as application and user.
     *
     * @defaultValue `false`
     * @example { timeoutMinutes: 240 }
     * @see https://learn.microsoft.com/partner-center/developer/retrieve-validation-status
     */
    waitForAccountApproval?: boolean | AccountApprovalWait | undefined;
}

/** @see https://learn.microsoft.com/partner-center/developer/customer-resources#customercompanyprofile */
export interface CompanyProfileArgs {
    /**
     * Initial domain of the tenant, in full: at most 27 characters before the first dot. Nobody else
     * may have it. Another domain is another tenant: a change replaces the customer.
     *
     * @example "contoso.onmicrosoft.com"
     */
    domain: Input<string>;

    /**
     * Business registration or tax number of the company. Some countries want one (the service then
     * says 600049), some do not take one (600002). Fixed at creation.
     *
     * @example "12345678000195"
     */
    organizationRegistrationNumber?: Input<string>;
}

/** @see https://learn.microsoft.com/partner-center/developer/customer-resources#customerbillingprofile */
export interface BillingProfileArgs {
    /** Where invoices and notices go. @example "billing@contoso.com" */
    email: Input<string>;

    /**
     * Language and country of communication, which also decides the currency; a BCP 47 tag that the
     * service supports for the country. Case does not matter.
     *
     * @example "en-US"
     */
    culture: Input<string>;

    /** Language, as the country's list has it: two letters, sometimes more (`pt-PT`). @example "en" */
    language: Input<string>;

    /** Registered name of the company. @example "Contoso Ltd." */
    companyName: Input<string>;

    /** First name of the billing contact; by default that of the address. @example "Ada" */
    firstName?: Input<string>;

    /** Last name of the billing contact; by default that of the address. @example "Lovelace" */
    lastName?: Input<string>;

    /** The company's address, which must be a real one. */
    defaultAddress: Input<AddressArgs>;
}

/** @see https://learn.microsoft.com/partner-center/developer/utility-resources#address */
export interface AddressArgs {
    /** ISO 3166-1 code of two letters, `GB` and not `UK`. Must be in the partner's sales region. @example "US" */
    country: Input<string>;

    /** Leave it out where a country has states: with a US address the service refuses it (27002). */
    region?: Input<string>;

    /** Needed in most countries. @example "Redmond" */
    city?: Input<string>;

    /** State or province, as the country's list has it. Needed in some countries. @example "WA" */
    state?: Input<string>;

    /** 1 to 200 characters. @example "One Microsoft Way" */
    addressLine1: Input<string>;

    /** Up to 200 characters. @example "Building 92" */
    addressLine2?: Input<string>;

    /** Needed in most countries, each with a form of its own. @example "98052" */
    postalCode?: Input<string>;

    /** First name of the contact, 1 to 50 characters. @example "Ada" */
    firstName: Input<string>;

    /** @example "King" */
    middleName?: Input<string>;

    /** Last name of the contact, 1 to 50 characters. @example "Lovelace" */
    lastName: Input<string>;

    /** Needed where a registration number is (the service then says 600051). @example "4255550101" */
    phoneNumber?: Input<string>;
}
