import { Accounts } from "./accounts";
import {
    type AddressToValidate,
    type AddressValidation,
    readAddressRefusal,
    readAddressValidation,
} from "./addressValidation";
import { Agreements } from "./agreements";
import { AzureEntitlements } from "./azureEntitlements";
import { Carts } from "./carts";
import { ConfigurationPolicies } from "./configurationPolicies";
import type { Call, Operation } from "./connection";
import { type CountryRules, readCountryRules } from "./countryRules";
import { CustomerList } from "./customerList";
import { Data } from "./data";
import { DeviceBatches } from "./deviceBatches";
import { DirectoryRoles } from "./directoryRoles";
import { ApiError } from "./errors";
import { MigrationSchedules } from "./migrationSchedules";
import { Migrations } from "./migrations";
import type { OperationName } from "./operations";
import { Orders } from "./orders";
import { Overages } from "./overages";
import { customerPath } from "./paths";
import { Products } from "./products";
import { Qualifications } from "./qualifications";
import { camelCased, identified } from "./reading";
import { Registrations } from "./registrations";
import { Relationships } from "./relationships";
import { Subscriptions } from "./subscriptions";
import { SupportContacts } from "./supportContacts";
import { Transitions } from "./transitions";
import type {
    BillingProfileResource,
    CollectionResource,
    CustomerResource,
    NewCustomer,
    ResellerResource,
    SubscriptionResource,
} from "./types";
import { UsageBudgets } from "./usageBudgets";
import { UserLicenses } from "./userLicenses";
import { Users } from "./users";

/**
 * The calls of the Partner Center REST API that a customer's life needs. Knows nothing of Pulumi.
 *
 * One object serves one operation: all its calls carry the same `MS-CorrelationId` and share one
 * time budget.
 *
 * @see https://learn.microsoft.com/partner-center/developer/scenarios
 */
export class PartnerCenter {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** Lists and searches of the partner's customers. */
    get customerList(): CustomerList {
        return new CustomerList(this.#operation);
    }

    /** Resellers, and customers to be. */
    get relationships(): Relationships {
        return new Relationships(this.#operation);
    }

    /** Whether customers may buy. */
    get accounts(): Accounts {
        return new Accounts(this.#operation);
    }

    /** The partner tenant that the token speaks for, as a GUID in lower case. */
    async partnerTenantId(): Promise<string | undefined> {
        return await this.#operation.connection.partnerTenantId();
    }

    /** What can be sold to a customer. */
    get products(): Products {
        return new Products(this.#operation);
    }

    /** Carts, by which everything is bought. */
    get carts(): Carts {
        return new Carts(this.#operation);
    }

    /** What was bought. */
    get orders(): Orders {
        return new Orders(this.#operation);
    }

    /** What customers have bought, one by one. */
    get subscriptions(): Subscriptions {
        return new Subscriptions(this.#operation);
    }

    /** Whom customers ask about a subscription. */
    get supportContacts(): SupportContacts {
        return new SupportContacts(this.#operation);
    }

    /** Which Azure subscriptions reservations may be bought for. */
    get registrations(): Registrations {
        return new Registrations(this.#operation);
    }

    /** What customers use beyond what they have paid for. */
    get overages(): Overages {
        return new Overages(this.#operation);
    }

    /** What customers' Azure usage may cost. */
    get usageBudgets(): UsageBudgets {
        return new UsageBudgets(this.#operation);
    }

    /** What subscriptions can become, and were told to. */
    get transitions(): Transitions {
        return new Transitions(this.#operation);
    }

    /** The Azure subscriptions under Azure plans. */
    get azureEntitlements(): AzureEntitlements {
        return new AzureEntitlements(this.#operation);
    }

    /** What moves from the former commerce to the new one. */
    get migrations(): Migrations {
        return new Migrations(this.#operation);
    }

    /** What will move, and when. */
    get migrationSchedules(): MigrationSchedules {
        return new MigrationSchedules(this.#operation);
    }

    /** Another operation of the same connection, for work that goes on longer than one may. */
    begin(): PartnerCenter {
        return new PartnerCenter(this.#operation.connection.begin());
    }

    /** What no other method reads; see `getCustomerData`. */
    get data(): Data {
        return new Data(this.#operation);
    }

    /**
     * Makes any call of the REST API, with the sign-in, the ids, the attempts and the errors of all
     * others: for what this package has no method for. A write may arrive twice where its answer is
     * lost, unless the service recognises the id of the request.
     *
     * @param path Below `/v1`, with a slash in front.
     * @returns The answer with camelCase members; of a list all items, page by page.
     * @see https://learn.microsoft.com/partner-center/developer/scenarios
     * @example
     * ```typescript
     * const partnerCenter = await partnercenter.openPartnerCenter();
     * const path = "/customers/dfd8cc0a-c592-468c-8461-869a38d24738/usagebudget";
     * await partnerCenter.begin().call("PATCH", path, { amount: 500 });
     * ```
     */
    async call(method: Call["method"], path: string, body?: unknown): Promise<unknown> {
        return await this.#operation.read({
            name: "anyCall",
            operation: `${method} ${path}`,
            method,
            path,
            ...(body !== undefined && { body }),
        });
    }

    /** When this operation's time is up, in milliseconds since the epoch. */
    get deadline(): number {
        return this.#operation.deadline;
    }

    /**
     * When the token was issued, by Microsoft's own clock, in milliseconds since the epoch.
     * `undefined` where the token does not say.
     */
    async signedInAt(): Promise<number | undefined> {
        return await this.#operation.connection.signedInAt();
    }

    /** Why a call cannot be made: its cloud lacks it, or this sign-in may not. Nothing is asked for that. */
    obstacleTo(name: OperationName): string | undefined {
        return this.#operation.connection.obstacleTo(name);
    }

    /** The users of customers' tenants. */
    get users(): Users {
        return new Users(this.#operation);
    }

    /** What those users may do in their tenant. */
    get directoryRoles(): DirectoryRoles {
        return new DirectoryRoles(this.#operation);
    }

    /** What those users are licensed for. */
    get userLicenses(): UserLicenses {
        return new UserLicenses(this.#operation);
    }

    /** What customers have accepted. */
    get agreements(): Agreements {
        return new Agreements(this.#operation);
    }

    /** The profiles of customers' new devices. */
    get configurationPolicies(): ConfigurationPolicies {
        return new ConfigurationPolicies(this.#operation);
    }

    /** The devices that customers have registered. */
    get deviceBatches(): DeviceBatches {
        return new DeviceBatches(this.#operation);
    }

    /** What customers are qualified for. */
    get qualifications(): Qualifications {
        return new Qualifications(this.#operation);
    }

    /**
     * Creates tenant, reseller relationship and administrator. Only this answer holds the password.
     *
     * @param requestId The idempotency key: the same for the same intent, also in a later process.
     * @see https://learn.microsoft.com/partner-center/developer/create-a-customer
     */
    async createCustomer(customer: NewCustomer, requestId: string): Promise<CustomerResource> {
        const operation = `create the customer ${customer.companyProfile.domain}`;
        const body = { ...customer, attributes: { objectType: "Customer" } };
        return identified<CustomerResource>(
            await this.#operation.call({
                name:
                    customer.associatedPartnerId === undefined
                        ? "createCustomer"
                        : "createResellerCustomer",
                operation,
                method: "POST",
                path: "/customers",
                body,
                requestId,
            }),
            operation,
            "a customer",
        );
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id */
    async getCustomer(id: string): Promise<CustomerResource> {
        const operation = `read the customer ${id}`;
        return identified<CustomerResource>(
            await this.#operation.call({
                name: "getCustomer",
                operation,
                method: "GET",
                path: customerPath(id),
            }),
            operation,
            "a customer",
        );
    }

    /** The partner's customers whose default domain begins with `prefix`: there is no other comparison. */
    async findCustomersByDomain(prefix: string): Promise<CustomerResource[]> {
        return await this.customerList.beginningWith("Domain", prefix);
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-customer-s-billing-profile */
    async getBillingProfile(customerId: string): Promise<BillingProfileResource> {
        return camelCased(
            await this.#operation.call({
                name: "getBillingProfile",
                operation: `read the billing profile of the customer ${customerId}`,
                method: "GET",
                path: `${customerPath(customerId)}/profiles/billing`,
            }),
        ) as BillingProfileResource;
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
            await this.#operation.call({
                name: "putBillingProfile",
                operation: `update the billing profile of the customer ${customerId}`,
                method: "PUT",
                path: `${customerPath(customerId)}/profiles/billing`,
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
        await this.#operation.call({
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
        await this.#operation.call({
            name: "deleteCustomer",
            operation: `delete the customer ${customerId}`,
            method: "DELETE",
            path: customerPath(customerId),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-all-of-a-customer-s-subscriptions */
    async getSubscriptions(customerId: string): Promise<SubscriptionResource[]> {
        const page = camelCased(
            await this.#operation.call({
                name: "getSubscriptions",
                operation: `list the subscriptions of the customer ${customerId}`,
                method: "GET",
                path: `${customerPath(customerId)}/subscriptions`,
            }),
        ) as CollectionResource<SubscriptionResource>;
        return page.items ?? [];
    }

    /**
     * What a country asks of a customer: members, states, forms, cultures.
     *
     * @param country ISO 3166-1 code of two letters.
     * @see https://learn.microsoft.com/partner-center/developer/get-market-specific-validation-data
     */
    async getCountryRules(country: string): Promise<CountryRules> {
        return readCountryRules(
            camelCased(
                await this.#operation.call({
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
            return readAddressValidation(
                await this.#operation.call({
                    name: "validateAddress",
                    operation: "check whether the address exists",
                    method: "POST",
                    path: "/validations/address",
                    body: { addressLine1, addressLine2, city, state, postalCode, country },
                }),
            );
        } catch (error) {
            const refused = readAddressRefusal(error);
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
        return await this.#operation.list<ResellerResource>({
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
            await this.#operation.call({
                name: "checkDomain",
                operation: `check the domain ${domain}`,
                method: "HEAD",
                path: `/domains/${encodeURIComponent(domain)}`,
            });
            return true;
        } catch (error) {
            if (error instanceof ApiError && error.status === 404) {
                return false;
            }
            throw error;
        }
    }
}
