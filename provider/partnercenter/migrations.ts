import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";

/** What a subscription becomes by its migration; what is left out stays as it was. */
export interface MigrationTerms {
    quantity?: number | undefined;
    /** `P1M`, `P1Y`, `P3Y`. */
    termDuration?: string | undefined;
    /** `Monthly`, `Annual`, `Triennial`, in any casing. */
    billingCycle?: string | undefined;
    purchaseFullTerm?: boolean | undefined;
    customTermEndDate?: string | undefined;
}

/** What is asked of one subscription. */
export interface MigratedRequest extends MigrationTerms {
    currentSubscriptionId: string;
}

/** What is asked of a subscription and those of its add-ons that go with it. */
export interface MigrationRequest extends MigratedRequest {
    addOnMigrations?: MigratedRequest[] | undefined;
}

/** One subscription on its way. */
export interface MigratedResource extends Open, MigrationTerms {
    currentSubscriptionId?: string;
    /** `product:sku:availability`. */
    catalogItemId?: string;
    /** When the new term ends. */
    subscriptionEndDate?: string;
    newCommerceSubscriptionId?: string;
}

/** @see https://learn.microsoft.com/partner-center/developer/create-migration */
export interface MigrationResource extends MigratedResource {
    id: string;
    /** `Processing`, `Completed` or `Failed`, and whatever else the service may answer. */
    status?: string;
    startedTime?: string;
    completedTime?: string;
    newCommerceOrderId?: string;
    addOnMigrations?: MigratedResource[];
}

/** @see https://learn.microsoft.com/partner-center/developer/validate-subscription-for-migration */
export interface EligibilityResource extends Open {
    currentSubscriptionId?: string;
    isEligible?: boolean;
    catalogItemId?: string;
    termDuration?: string;
    billingCycle?: string;
    errors?: { code?: number | string; description?: string }[];
    addOnMigrations?: EligibilityResource[];
}

/** Migrations of subscriptions of the former commerce to new commerce. No call takes one back. */
export class Migrations {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * The migrations of one subscription: of each attempt one.
     *
     * @see https://learn.microsoft.com/partner-center/developer/query-migrations
     */
    async list(customerId: string, currentSubscriptionId: string): Promise<MigrationResource[]> {
        const found = await this.#operation.list<MigrationResource>({
            name: "listMigrations",
            operation: `list the migrations of the subscription ${currentSubscriptionId}`,
            method: "GET",
            path: `/migrations/newcommerce?${queryOf(customerId, currentSubscriptionId)}`,
        });
        return ofSubscription(found, currentSubscriptionId);
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-new-commerce-migration */
    async get(customerId: string, id: string): Promise<MigrationResource> {
        return await this.#operation.identified<MigrationResource>("a migration", {
            name: "getMigration",
            operation: `read the migration ${id} of the customer ${customerId}`,
            method: "GET",
            path: `${migrationsPath(customerId)}/${encodeURIComponent(id)}`,
        });
    }

    /**
     * Whether a migration is possible. Nothing is changed.
     *
     * @see https://learn.microsoft.com/partner-center/developer/validate-subscription-for-migration
     */
    async validate(customerId: string, request: MigrationRequest): Promise<EligibilityResource> {
        return await this.#operation.present<EligibilityResource>("a verdict", {
            name: "validateMigration",
            operation: `check whether the subscription ${request.currentSubscriptionId} can be migrated`,
            method: "POST",
            path: `${migrationsPath(customerId)}/validate`,
            body: request,
        });
    }

    /**
     * Begins a migration, which takes hours. The service migrates no subscription that is being
     * migrated, or was.
     *
     * @see https://learn.microsoft.com/partner-center/developer/create-migration
     */
    async create(customerId: string, request: MigrationRequest): Promise<MigrationResource> {
        return await this.#operation.identified<MigrationResource>("a migration", {
            name: "createMigration",
            operation: `migrate the subscription ${request.currentSubscriptionId} of the customer ${customerId}`,
            method: "POST",
            path: migrationsPath(customerId),
            body: request,
        });
    }
}

export function migrationsPath(customerId: string): string {
    return `${customerPath(customerId)}/migrations/newcommerce`;
}

export function queryOf(customerId: string, currentSubscriptionId: string): string {
    return `CustomerTenantId=${encodeURIComponent(customerId)}&CurrentSubscriptionId=${encodeURIComponent(currentSubscriptionId)}`;
}

/** What is about this subscription, whatever the service made of the query. */
export function ofSubscription<Item extends { currentSubscriptionId?: string }>(
    items: readonly Item[],
    id: string,
): Item[] {
    return items.filter((one) => one.currentSubscriptionId?.toLowerCase() === id.toLowerCase());
}
