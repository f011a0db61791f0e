export const deletionPolicies = ["prevent", "retain"] as const;

/** What happens when the resource of a migration goes. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

export const billingCycles = ["monthly", "annual", "triennial"] as const;

/** How often a subscription that was migrated is billed. */
export type MigrationBillingCycle = (typeof billingCycles)[number];

/** What a subscription becomes. What is left out stays as it is. */
export interface MigrationTerms {
    quantity?: number;
    termDuration?: string;
    billingCycle?: string;
    purchaseFullTerm?: boolean;
    /** A day. */
    customTermEndDate?: string;
}

/** One subscription of the former commerce, and what it becomes. */
export interface MigratedSubscription extends MigrationTerms {
    currentSubscriptionId: string;
    /** What it has become, where it was migrated. */
    newCommerceSubscriptionId?: string;
}

/** A subscription with its add-ons: what a migration moves, now or by a schedule. */
export interface MigrationPlan extends MigratedSubscription {
    customerId: string;
    addOnMigrations?: MigratedSubscription[];
}

/** The resolved arguments, as `check` leaves them. */
export interface MigrationInputs extends MigrationPlan {
    timeoutMinutes: number;
    deletionPolicy: DeletionPolicy;
}

/** What the state holds of a migration. */
export interface MigrationState extends MigrationPlan {
    deletionPolicy: DeletionPolicy;
    migrationId: string;
    status?: string;
    catalogItemId?: string;
    newCommerceOrderId?: string;
    subscriptionEndDate?: string;
    startedTime?: string;
    completedTime?: string;
}
