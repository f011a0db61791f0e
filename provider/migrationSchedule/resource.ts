import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import type { MigratedSubscription } from "../migration/shapes";
import * as pulumi from "../program/pulumi";
import type { NewCommerceMigrationScheduleArgs } from "./args";

const typeToken = typeTokenOf("NewCommerceMigrationSchedule");

/**
 * A migration of a subscription of the former commerce to new commerce that is to come: on a day, or
 * when the subscription is renewed.
 *
 * Until then it changes in place, and is cancelled when the resource goes. **On its day it buys, and costs
 * money**, whether Pulumi runs or not; what it brought stays. A preview says what that is, and what stands
 * in its way today. A subscription has one schedule: one that it has already is taken over.
 *
 * @example
 * ```typescript
 * const schedule = new partnercenter.NewCommerceMigrationSchedule("mail", {
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 *     currentSubscriptionId: "9beb6319-6889-4d28-a155-68ca9c783842",
 *     targetDate: "2027-01-15", // or migrateOnRenewal: true
 *     quantity: 25,
 * });
 *
 * export const migration = schedule.newCommerceMigrationId; // once it was carried out and refreshed
 * ```
 *
 * ### Import
 *
 * A schedule that is there needs no import: declare it, and it is taken over.
 *
 * @see https://learn.microsoft.com/partner-center/migrate-subscriptions-to-new-commerce
 */
export class NewCommerceMigrationSchedule extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads the schedule of a subscription, without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<currentSubscriptionId>`, both GUIDs.
     * @example
     * ```typescript
     * const schedule = partnercenter.NewCommerceMigrationSchedule.get(
     *     "mail",
     *     pulumi.interpolate`${contoso.tenantId}/9beb6319-6889-4d28-a155-68ca9c783842`,
     * );
     * export const day = schedule.targetDate;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): NewCommerceMigrationSchedule {
        return new NewCommerceMigrationSchedule(name, {} as NewCommerceMigrationScheduleArgs, {
            ...opts,
            id,
        });
    }

    /** Whether an object is a `NewCommerceMigrationSchedule`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is NewCommerceMigrationSchedule {
        return isOfKind("NewCommerceMigrationSchedule", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** The subscription in the former commerce. */
    declare readonly currentSubscriptionId: pulumi.Output<string>;

    /** The schedule in Partner Center, a GUID. */
    declare readonly scheduleId: pulumi.Output<string>;

    /** `Created` until its day has come; the service's values pass through. */
    declare readonly status: pulumi.Output<string | undefined>;

    /** The day on which it is to happen, where one was said. */
    declare readonly targetDate: pulumi.Output<string | undefined>;

    /** Whether it is to happen at the renewal. */
    declare readonly migrateOnRenewal: pulumi.Output<boolean | undefined>;

    /** The migration by which it was carried out; absent until then. */
    declare readonly newCommerceMigrationId: pulumi.Output<string | undefined>;

    /** What will be bought: `product:sku:availability`; the last part may change until then. */
    declare readonly catalogItemId: pulumi.Output<string | undefined>;

    /** How many licences. */
    declare readonly quantity: pulumi.Output<number>;

    /** The new term. */
    declare readonly termDuration: pulumi.Output<string | undefined>;

    /** How it will be billed. */
    declare readonly billingCycle: pulumi.Output<string | undefined>;

    /** Whether a new term will begin. */
    declare readonly purchaseFullTerm: pulumi.Output<boolean | undefined>;

    /** The day on which the term is to end, where one was said. */
    declare readonly customTermEndDate: pulumi.Output<string | undefined>;

    /** When the new term will end, in UTC. */
    declare readonly subscriptionEndDate: pulumi.Output<string | undefined>;

    /** The add-ons that go with it. */
    declare readonly addOnMigrations: pulumi.Output<MigratedSubscription[] | undefined>;

    /** When it was scheduled, in UTC. */
    declare readonly createdTime: pulumi.Output<string | undefined>;

    /** When it was last changed, in UTC. */
    declare readonly lastModifiedTime: pulumi.Output<string | undefined>;

    /** Why it could not be carried out, as the service's code. `pulumi up` schedules it anew. */
    declare readonly errorCode: pulumi.Output<string | undefined>;

    /** The same, in the service's words. */
    declare readonly errorDescription: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `NewCommerceMigrationScheduleArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: NewCommerceMigrationScheduleArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("NewCommerceMigrationSchedule", { ...args }, [
                    "customerId",
                    "currentSubscriptionId",
                    "scheduleId",
                    "status",
                    "targetDate",
                    "migrateOnRenewal",
                    "newCommerceMigrationId",
                    "catalogItemId",
                    "quantity",
                    "termDuration",
                    "billingCycle",
                    "purchaseFullTerm",
                    "customTermEndDate",
                    "subscriptionEndDate",
                    "addOnMigrations",
                    "createdTime",
                    "lastModifiedTime",
                    "errorCode",
                    "errorDescription",
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
