import { Accounts } from "./accounts";
import { Agreements } from "./agreements";
import { AzureEntitlements } from "./azureEntitlements";
import type { Call } from "./call";
import { Carts } from "./carts";
import { ConfigurationPolicies } from "./configurationPolicies";
import { CustomerCalls } from "./customerCalls";
import { CustomerList } from "./customerList";
import { Data } from "./data";
import { DeviceBatches } from "./deviceBatches";
import { DirectoryRoles } from "./directoryRoles";
import { MigrationSchedules } from "./migrationSchedules";
import { Migrations } from "./migrations";
import type { OperationName } from "./operations";
import { Orders } from "./orders";
import { Overages } from "./overages";
import { Products } from "./products";
import { Qualifications } from "./qualifications";
import { Registrations } from "./registrations";
import { Relationships } from "./relationships";
import { Subscriptions } from "./subscriptions";
import { SupportContacts } from "./supportContacts";
import { Transitions } from "./transitions";
import type { CustomerResource, SubscriptionResource } from "./types";
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
export class PartnerCenter extends CustomerCalls {
    /** Lists and searches of the partner's customers. */
    readonly customerList = new CustomerList(this.operation);

    /** Resellers, and customers to be. */
    readonly relationships = new Relationships(this.operation);

    /** Whether customers may buy. */
    readonly accounts = new Accounts(this.operation);

    /** What customers have accepted. */
    readonly agreements = new Agreements(this.operation);

    /** What customers are qualified for. */
    readonly qualifications = new Qualifications(this.operation);

    /** The users of customers' tenants. */
    readonly users = new Users(this.operation);

    /** What those users may do in their tenant. */
    readonly directoryRoles = new DirectoryRoles(this.operation);

    /** What those users are licensed for. */
    readonly userLicenses = new UserLicenses(this.operation);

    /** What can be sold to a customer. */
    readonly products = new Products(this.operation);

    /** Carts, by which everything is bought. */
    readonly carts = new Carts(this.operation);

    /** What was bought. */
    readonly orders = new Orders(this.operation);

    /** What customers have bought, one by one. */
    readonly subscriptions = new Subscriptions(this.operation);

    /** What subscriptions can become, and were told to. */
    readonly transitions = new Transitions(this.operation);

    /** Whom customers ask about a subscription. */
    readonly supportContacts = new SupportContacts(this.operation);

    /** Which Azure subscriptions reservations may be bought for. */
    readonly registrations = new Registrations(this.operation);

    /** What customers use beyond what they have paid for. */
    readonly overages = new Overages(this.operation);

    /** What customers' Azure usage may cost. */
    readonly usageBudgets = new UsageBudgets(this.operation);

    /** The Azure subscriptions under Azure plans. */
    readonly azureEntitlements = new AzureEntitlements(this.operation);

    /** What moves from the former commerce to the new one. */
    readonly migrations = new Migrations(this.operation);

    /** What will move, and when. */
    readonly migrationSchedules = new MigrationSchedules(this.operation);

    /** The profiles of customers' new devices. */
    readonly configurationPolicies = new ConfigurationPolicies(this.operation);

    /** The devices that customers have registered. */
    readonly deviceBatches = new DeviceBatches(this.operation);

    /** What no other method reads; see `getCustomerData`. */
    readonly data = new Data(this.operation);

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
