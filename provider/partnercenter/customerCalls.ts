import type { AddressToValidate, AddressValidation } from "./addressValidation";
import type { Operation } from "./connection";
import type { CountryRules } from "./countryRules";
import { isNotFound } from "./errors";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type {
    BillingProfileResource,
    CustomerResource,
    NewCustomer,
    ResellerResource,
} from "./types";

// What only a preview asks is loaded where it does.
const addresses = (): typeof import("./addressValidation") => require("./addressValidation");
const countries = (): typeof import("./countryRules") => require("./countryRules");

/** The calls about customers themselves, and about what can be known of one before it is created. */
export class CustomerCalls {
    constructor(protected readonly operation: Operation) {}

    /**
     * Creates tenant, reseller relationship and administrator. Only this answer holds the password.
     *
     * @param requestId The idempotency key: the same for the same intent, also in a later process.
     * @see https://learn.microsoft.com/partner-center/developer/create-a-customer
     */
    async createCustomer(customer: NewCustomer, requestId: string): Promise<CustomerResource> {
        const isOfReseller = customer.associatedPartnerId !== undefined;
        return await this.operation.identified<CustomerResource>("a customer", {
            name: isOfReseller ? "createResellerCustomer" : "createCustomer",
            operation: `create the customer ${customer.companyProfile.domain}`,
            method: "POST",
            path: "/customers",
            body: { ...customer, attributes: { objectType: "Customer" } },
            requestId,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id */
    async getCustomer(id: string): Promise<CustomerResource> {
        return await this.operation.identified<CustomerResource>("a customer", {
            name: "getCustomer",
            operation: `read the customer ${id}`,
            method: "GET",
            path: customerPath(id),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-customer-s-billing-profile */
    async getBillingProfile(customerId: string): Promise<BillingProfileResource> {
        return await this.operation.present<BillingProfileResource>("a billing profile", {
            name: "getBillingProfile",
            operation: `read the billing profile of the customer ${customerId}`,
            method: "GET",
            path: billingPath(customerId),
        });
    }

    /**
     * Writes the whole billing profile, as it was read and then changed.
     *
     * The documentation asks for `If-Match`, its own example carries the etag in the body: both are
     * sent.
     *
     * @returns The profile as it is now, where the answer holds it.
     * @see https://learn.microsoft.com/partner-center/developer/update-a-customer-s-billing-profile
     */
    async putBillingProfile(
        customerId: string,
        profile: BillingProfileResource,
    ): Promise<BillingProfileResource | undefined> {
        const etag = profile.attributes?.etag;
        return camelCased(
            await this.operation.call({
                name: "putBillingProfile",
                operation: `update the billing profile of the customer ${customerId}`,
                method: "PUT",
                path: billingPath(customerId),
                body: profile,
                ...(etag !== undefined && { headers: { "If-Match": `"${etag}"` } }),
            }),
        ) as BillingProfileResource | undefined;
    }

    /**
     * Ends the reseller relationship; the tenant, its users and its domain live on.
     *
     * @see https://learn.microsoft.com/partner-center/developer/remove-a-reseller-relationship-with-a-customer
     */
    async removeRelationship(customerId: string): Promise<void> {
        await this.operation.call({
            name: "removeRelationship",
            operation: `end the reseller relationship with the customer ${customerId}`,
            method: "PATCH",
            path: customerPath(customerId),
            body: { relationshipToPartner: "none", attributes: { objectType: "Customer" } },
        });
    }

    /**
     * Deletes the customer with all it has. The integration sandbox alone can do this.
     *
     * @see https://learn.microsoft.com/partner-center/developer/delete-a-customer-account-from-the-integration-sandbox
     */
    async deleteCustomer(customerId: string): Promise<void> {
        await this.operation.call({
            name: "deleteCustomer",
            operation: `delete the customer ${customerId}`,
            method: "DELETE",
            path: customerPath(customerId),
        });
    }

    /**
     * What a country asks of a customer: members, states, forms, cultures.
     *
     * @param country ISO 3166-1 code of two letters.
     * @see https://learn.microsoft.com/partner-center/developer/get-market-specific-validation-data
     */
    async getCountryRules(country: string): Promise<CountryRules> {
        return countries().readCountryRules(
            camelCased(
                await this.operation.call({
                    name: "getCountryRules",
                    operation: `read the rules of the country ${country}`,
                    method: "GET",
                    path: `/countryvalidationrules/${encodeURIComponent(country)}`,
                }),
            ),
        );
    }

    /**
     * Whether an address exists. What the service suggests instead is advice, and no fault.
     *
     * @see https://learn.microsoft.com/partner-center/developer/validate-an-address
     */
    async validateAddress(address: AddressToValidate): Promise<AddressValidation> {
        const { addressLine1, addressLine2, city, state, postalCode, country } = address;
        try {
            return addresses().readAddressValidation(
                await this.operation.call({
                    name: "validateAddress",
                    operation: "check whether the address exists",
                    method: "POST",
                    path: "/validations/address",
                    body: { addressLine1, addressLine2, city, state, postalCode, country },
                }),
            );
        } catch (error) {
            const refused = addresses().readAddressRefusal(error);
            if (refused !== undefined) {
                return refused;
            }
            throw error;
        }
    }

    /**
     * The companies that resell for this partner, who is an indirect provider.
     *
     * @see https://learn.microsoft.com/partner-center/developer/retrieve-a-list-of-indirect-resellers
     */
    async getIndirectResellers(): Promise<ResellerResource[]> {
        return await this.operation.list<ResellerResource>({
            name: "getIndirectResellers",
            operation: "list the indirect resellers of the partner",
            method: "GET",
            path: "/relationships?relationship_type=IsIndirectCloudSolutionProviderOf",
        });
    }

    /**
     * Whether a domain is in use by anybody. 200 means taken and 404 free; any other answer means
     * neither, and is thrown.
     *
     * @see https://learn.microsoft.com/partner-center/developer/verify-domain-availability
     */
    async isDomainTaken(domain: string): Promise<boolean> {
        try {
            await this.operation.call({
                name: "checkDomain",
                operation: `check the domain ${domain}`,
                method: "HEAD",
                path: `/domains/${encodeURIComponent(domain)}`,
            });
            return true;
        } catch (error) {
            if (isNotFound(error)) {
                return false;
            }
            throw error;
        }
    }
}

function billingPath(customerId: string): string {
    return `${customerPath(customerId)}/profiles/billing`;
}
