import type { Input } from "@pulumi/pulumi";
import type { TermDuration } from "../subscription/shapes";
import type { DeletionPolicy, MigrationBillingCycle } from "./shapes";

/**
 * What a subscription of the former commerce becomes. What is left out stays as it is.
 *
 * @see https://learn.microsoft.com/partner-center/developer/create-migration
 */
export interface MigrationTermsArgs {
    /** How many licences; more or fewer than now, as the offer allows. */
    quantity?: Input<number>;

    /** How long the new subscription binds: `P1M`, `P1Y` or `P3Y`. */
    termDuration?: Input<TermDuration>;

    /** How often it is billed: `monthly`, `annual` or `triennial`. */
    billingCycle?: Input<MigrationBillingCycle>;

    /** Whether a new term begins, instead of the rest of the old one. */
    purchaseFullTerm?: Input<boolean>;

    /**
     * The day on which the term is to end: the last of a month, or that of another subscription of new
     * commerce.
     *
     * @example "2027-01-31"
     */
    customTermEndDate?: Input<string>;
}

/** An add-on that is migrated together with its subscription, with terms of its own. */
export interface AddOnMigrationArgs extends MigrationTermsArgs {
    /** Id of the subscription in the former commerce, a GUID. */
    currentSubscriptionId: Input<string>;
}

/** What is migrated, and to what. */
export interface MigrationPlanArgs extends AddOnMigrationArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** The subscription's add-ons, which go with it. Add-ons of add-ons stand in the same list. */
    addOnMigrations?: Input<Input<AddOnMigrationArgs>[]>;
}

/** What a program says of a migration. The names are those of the Partner Center API. */
export interface NewCommerceMigrationArgs extends MigrationPlanArgs {
    /**
     * Minutes until a run gives up waiting; the next one goes on. A migration takes from minutes to six
     * hours, rarely three days. At most 10080, a week.
     *
     * @defaultValue `60`
     */
    timeoutMinutes?: Input<number>;

    /**
     * What happens when the resource goes. No call takes a migration back:
     *
     * - `prevent`: that fails, and so does at preview a change of customer or subscription.
     * - `retain`: the new subscription goes on, is paid for, and the migration is forgotten here.
     *
     * The policy in the state counts: a new one must be deployed before it works.
     *
     * @defaultValue `"prevent"`
     */
    deletionPolicy?: Input<DeletionPolicy>;
}
