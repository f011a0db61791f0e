import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { SubscriptionRegistrationArgs } from "./args";

const typeToken = typeTokenOf("SubscriptionRegistration");

/**
 * Registers an Azure subscription of a customer, so that reservations can be bought for it. The service
 * does it in the background: the resource is there when it is done. A run that is stopped while it waits
 * loses nothing, the next `pulumi up` goes on.
 *
 * What is registered already counts as done. No call takes a registration back: when the resource goes, it
 * stays, which `pulumi destroy` says.
 *
 * @example
 * ```typescript
 * new partnercenter.SubscriptionRegistration("contoso-azure", {
 *     customerId: contoso.tenantId,
 *     subscriptionId: "a4c1340d-6911-4758-bba3-0c4c6007d161",
 * });
 * ```
 *
 * ### Import
 *
 * A registration needs no import: declare it, and nothing is asked for.
 *
 * @see https://learn.microsoft.com/partner-center/developer/register-a-subscription
 */
export class SubscriptionRegistration extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a subscription's registration without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<subscriptionId>`.
     * @example
     * ```typescript
     * const azure = partnercenter.SubscriptionRegistration.get("azure", pulumi.interpolate`${contoso.tenantId}/a4c1340d-6911-4758-bba3-0c4c6007d161`);
     * export const registration = azure.status;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): SubscriptionRegistration {
        return new SubscriptionRegistration(name, {} as SubscriptionRegistrationArgs, {
            ...opts,
            id,
        });
    }

    /** Whether an object is a `SubscriptionRegistration`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is SubscriptionRegistration {
        return isOfKind("SubscriptionRegistration", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Id of the subscription. */
    declare readonly subscriptionId: pulumi.Output<string>;

    /** `Registered`, as the service writes it. */
    declare readonly status: pulumi.Output<string>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `SubscriptionRegistrationArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: SubscriptionRegistrationArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "subscriptionId", "status"];
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("SubscriptionRegistration", { ...args }, outputs),
                opts,
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
