import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { NewCommerceMigrationArgs } from "./args";
import type { DeletionPolicy, MigratedSubscription } from "./shapes";

const typeToken = typeTokenOf("NewCommerceMigration");

/**
 * The migration of a subscription of the former commerce, with its add-ons, to new commerce: the same
 * offer, bought anew there, and the old subscription suspended.
 *
 * **Creating it buys, and costs money; nothing takes it back.** A preview asks Partner Center whether the
 * migration is possible, and says what it would buy. A run waits until it is completed, for an hour or
 * `timeoutMinutes`; the next one goes on waiting. Partner Center is asked for migrations of the
 * subscription before anything is sent, so a run that was killed does not migrate twice. What was
 * migrated already counts as done, where it was migrated as it is declared.
 *
 * Nothing but `deletionPolicy` and `timeoutMinutes` changes afterwards. What it brought can be declared as
 * a `Subscription` with `existingSubscriptionId`, which changes and ends like any other.
 *
 * @example
 * ```typescript
 * const migration = new partnercenter.NewCommerceMigration("mail", {
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 *     currentSubscriptionId: "9beb6319-6889-4d28-a155-68ca9c783842",
 *     termDuration: "P1Y",
 *     billingCycle: "monthly",
 * });
 *
 * export const subscriptionId = migration.newCommerceSubscriptionId;
 * ```
 *
 * ### Import
 *
 * A migration that was made needs no import: declare it, and nothing is sent.
 *
 * @see https://learn.microsoft.com/partner-center/migrate-subscriptions-to-new-commerce
 */
export class NewCommerceMigration extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads how a migration stands, without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<currentSubscriptionId>`, both GUIDs.
     * @example
     * ```typescript
     * const migration = partnercenter.NewCommerceMigration.get(
     *     "mail",
     *     pulumi.interpolate`${contoso.tenantId}/9beb6319-6889-4d28-a155-68ca9c783842`,
     * );
     * export const status = migration.status;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): NewCommerceMigration {
        return new NewCommerceMigration(name, {} as NewCommerceMigrationArgs, { ...opts, id });
    }

    /** Whether an object is a `NewCommerceMigration`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is NewCommerceMigration {
        return isOfKind("NewCommerceMigration", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** The subscription in the former commerce. */
    declare readonly currentSubscriptionId: pulumi.Output<string>;

    /** The migration in Partner Center, a GUID. */
    declare readonly migrationId: pulumi.Output<string>;

    /** `Processing`, `Completed` or `Failed`; new values of the service pass through. */
    declare readonly status: pulumi.Output<string>;

    /** The subscription in new commerce; absent until the migration is completed. */
    declare readonly newCommerceSubscriptionId: pulumi.Output<string | undefined>;

    /** The order by which it was bought; absent until then. */
    declare readonly newCommerceOrderId: pulumi.Output<string | undefined>;

    /** What was bought: `product:sku:availability`. */
    declare readonly catalogItemId: pulumi.Output<string | undefined>;

    /** How many licences. */
    declare readonly quantity: pulumi.Output<number>;

    /** The new term. */
    declare readonly termDuration: pulumi.Output<string | undefined>;

    /** How it is billed. */
    declare readonly billingCycle: pulumi.Output<string | undefined>;

    /** Whether a new term has begun. */
    declare readonly purchaseFullTerm: pulumi.Output<boolean | undefined>;

    /** The day on which the term was to end. */
    declare readonly customTermEndDate: pulumi.Output<string | undefined>;

    /** When the new term ends, in UTC. */
    declare readonly subscriptionEndDate: pulumi.Output<string | undefined>;

    /** The add-ons, each with the `newCommerceSubscriptionId` that it has become. */
    declare readonly addOnMigrations: pulumi.Output<MigratedSubscription[] | undefined>;

    /** When it began, in UTC. */
    declare readonly startedTime: pulumi.Output<string | undefined>;

    /** When it was completed, in UTC. */
    declare readonly completedTime: pulumi.Output<string | undefined>;

    /** The policy in force. */
    declare readonly deletionPolicy: pulumi.Output<DeletionPolicy>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `NewCommerceMigrationArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: NewCommerceMigrationArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("NewCommerceMigration", { ...args }, [
                    "customerId",
                    "currentSubscriptionId",
                    "migrationId",
                    "status",
                    "newCommerceSubscriptionId",
                    "newCommerceOrderId",
                    "catalogItemId",
                    "quantity",
                    "termDuration",
                    "billingCycle",
                    "purchaseFullTerm",
                    "customTermEndDate",
                    "subscriptionEndDate",
                    "addOnMigrations",
                    "startedTime",
                    "completedTime",
                    "deletionPolicy",
                ]),
                opts,
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
