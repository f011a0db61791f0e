import type { Call } from "./call";
import { CustomerCalls } from "./customerCalls";
import type { OperationName } from "./operations";
import type { CustomerResource, SubscriptionResource } from "./types";

/**
 * The calls of the Partner Center REST API that a customer's life needs. Knows nothing of Pulumi.
 *
 * One object serves one operation: all its calls carry the same `MS-CorrelationId` and share one
 * time budget. The calls about a subject are loaded where they are used: most runs need few of them.
 *
 * @see https://learn.microsoft.com/partner-center/developer/scenarios
 */
export class PartnerCenter extends CustomerCalls {
    /** Lists and searches of the partner's customers. */
    get customerList() {
        const { CustomerList }: typeof import("./customerList") = require("./customerList");
        return new CustomerList(this.operation);
    }

    /** Resellers, and customers to be. */
    get relationships() {
        const { Relationships }: typeof import("./relationships") = require("./relationships");
        return new Relationships(this.operation);
    }

    /** Whether customers may buy. */
    get accounts() {
        const { Accounts }: typeof import("./accounts") = require("./accounts");
        return new Accounts(this.operation);
    }

    /** What customers have accepted. */
    get agreements() {
        const { Agreements }: typeof import("./agreements") = require("./agreements");
        return new Agreements(this.operation);
    }

    /** What customers are qualified for. */
    get qualifications() {
        const { Qualifications }: typeof import("./qualifications") = require("./qualifications");
        return new Qualifications(this.operation);
    }

    /** The users of customers' tenants. */
    get users() {
        const { Users }: typeof import("./users") = require("./users");
        return new Users(this.operation);
    }

    /** What those users may do in their tenant. */
    get directoryRoles() {
        const { DirectoryRoles }: typeof import("./directoryRoles") = require("./directoryRoles");
        return new DirectoryRoles(this.operation);
    }

    /** What those users are licensed for. */
    get userLicenses() {
        const { UserLicenses }: typeof import("./userLicenses") = require("./userLicenses");
        return new UserLicenses(this.operation);
    }

    /** What can be sold to a customer. */
    get products() {
        const { Products }: typeof import("./products") = require("./products");
        return new Products(this.operation);
    }

    /** Carts, by which everything is bought. */
    get carts() {
        const { Carts }: typeof import("./carts") = require("./carts");
        return new Carts(this.operation);
    }

    /** What was bought. */
    get orders() {
        const { Orders }: typeof import("./orders") = require("./orders");
        return new Orders(this.operation);
    }

    /** What customers have bought, one by one. */
    get subscriptions() {
        const { Subscriptions }: typeof import("./subscriptions") = require("./subscriptions");
        return new Subscriptions(this.operation);
    }

    /** What subscriptions can become, and were told to. */
    get transitions() {
        const { Transitions }: typeof import("./transitions") = require("./transitions");
        return new Transitions(this.operation);
    }

    /** Whom customers ask about a subscription. */
    get supportContacts() {
        const {
            SupportContacts,
        }: typeof import("./supportContacts") = require("./supportContacts");
        return new SupportContacts(this.operation);
    }

    /** Which Azure subscriptions reservations may be bought for. */
    get registrations() {
        const { Registrations }: typeof import("./registrations") = require("./registrations");
        return new Registrations(this.operation);
    }

    /** What customers use beyond what they have paid for. */
    get overages() {
        const { Overages }: typeof import("./overages") = require("./overages");
        return new Overages(this.operation);
    }

    /** What customers' Azure usage may cost. */
    get usageBudgets() {
        const { UsageBudgets }: typeof import("./usageBudgets") = require("./usageBudgets");
        return new UsageBudgets(this.operation);
    }

    /** The Azure subscriptions under Azure plans. */
    get azureEntitlements() {
        const {
            AzureEntitlements,
        }: typeof import("./azureEntitlements") = require("./azureEntitlements");
        return new AzureEntitlements(this.operation);
    }

    /** What moves from the former commerce to the new one. */
    get migrations() {
        const { Migrations }: typeof import("./migrations") = require("./migrations");
        return new Migrations(this.operation);
    }

    /** What will move, and when. */
    get migrationSchedules() {
        const {
            MigrationSchedules,
        }: typeof import("./migrationSchedules") = require("./migrationSchedules");
        return new MigrationSchedules(this.operation);
    }

    /** The profiles of customers' new devices. */
    get configurationPolicies() {
        const {
            ConfigurationPolicies,
        }: typeof import("./configurationPolicies") = require("./configurationPolicies");
        return new ConfigurationPolicies(this.operation);
    }

    /** The devices that customers have registered. */
    get deviceBatches() {
        const { DeviceBatches }: typeof import("./deviceBatches") = require("./deviceBatches");
        return new DeviceBatches(this.operation);
    }

    /** What no other method reads; see `getCustomerData`. */
    get data() {
        const { Data }: typeof import("./data") = require("./data");
        return new Data(this.operation);
    }

    /** The partner tenant that the token speaks for, as a GUID in lower case. */
    async partnerTenantId(): Promise<string | undefined> {
        return await this.operation.connection.partnerTenantId();
    }

    /** Another operation of the same connection, for work that goes on longer than one may. */
    begin(): PartnerCenter {
        return new PartnerCenter(this.operation.connection.begin());
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
        return await this.operation.read({
            name: "anyCall",
            operation: `${method} ${path}`,
            method,
            path,
            ...(body !== undefined && { body }),
        });
    }

    /** When this operation's time is up, in milliseconds since the epoch. */
    get deadline(): number {
        return this.operation.deadline;
    }

    /**
     * When the token was issued, by Microsoft's own clock, in milliseconds since the epoch.
     * `undefined` where the token does not say.
     */
    async signedInAt(): Promise<number | undefined> {
        return await this.operation.connection.signedInAt();
    }

    /** Why a call cannot be made: its cloud lacks it, or this sign-in may not. Nothing is asked for that. */
    obstacleTo(name: OperationName): string | undefined {
        return this.operation.connection.obstacleTo(name);
    }

    /** The partner's customers whose default domain begins with `prefix`: there is no other comparison. */
    async findCustomersByDomain(prefix: string): Promise<CustomerResource[]> {
        return await this.customerList.beginningWith("Domain", prefix);
    }

    /** All that a customer has bought, whatever became of it. */
    async getSubscriptions(customerId: string): Promise<SubscriptionResource[]> {
        return await this.subscriptions.list(customerId);
    }
}
