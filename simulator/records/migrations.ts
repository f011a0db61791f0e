import type { BillingCycle } from "../partnercenter/orders/catalogue";

/** What becomes of one subscription of the former commerce. */
export interface MigratedSubscription {
    readonly currentSubscriptionId: string;
    readonly catalogItemId: string;
    readonly quantity: number;
    readonly termDuration: string;
    readonly billingCycle: BillingCycle;
    readonly purchaseFullTerm: boolean;
    /** As it was asked for. */
    readonly customTermEndDate?: string;
    readonly subscriptionEndDate: string;
    /** Absent until the migration is completed. */
    readonly newCommerceSubscriptionId?: string;
}

/** A migration to new commerce (docs: create-migration). */
export interface Migration extends MigratedSubscription {
    readonly id: string;
    readonly startedAt: string;
    readonly completedAt?: string;
    readonly status: "Processing" | "Completed" | "Failed";
    readonly newCommerceOrderId?: string;
    readonly externalReferenceId?: string;
    readonly addOns: readonly MigratedSubscription[];
    /** How many more reads find it processing. */
    readonly pendingReads: number;
}

/** A migration that is to come (docs: schedule-a-new-commerce-migration). */
export interface MigrationSchedule extends MigratedSubscription {
    readonly id: string;
    readonly createdAt: string;
    readonly modifiedAt: string;
    readonly status: "Created" | "Cancelled" | "Failed" | "CarriedOut";
    readonly targetDate?: string;
    readonly migrateOnRenewal?: boolean;
    /** The target date, or the renewal. */
    readonly dueAt: string;
    readonly externalReferenceId?: string;
    readonly addOns: readonly MigratedSubscription[];
    readonly newCommerceMigrationId?: string;
    readonly error?: { readonly code: number; readonly description: string };
}
