import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { AzureEntitlementArgs } from "./args";
import type { DeletionPolicy } from "./shapes";

const typeToken = typeTokenOf("AzureEntitlement");

/**
 * One Azure subscription of a customer's Azure plan: what Partner Center calls an Azure entitlement.
 *
 * It is there already: the first one comes with the plan, and Azure makes others. Declaring it changes
 * nothing; what it is for is its end. With `deletionPolicy: "cancel"` the partner cancels it, also where
 * the customer has taken the partner's rights in Azure away, and waits the ten minutes until that is
 * shown. Then its Azure plan can be suspended or cancelled: Pulumi does it in this order, because the
 * plan's `subscriptionId` stands in the arguments.
 *
 * A cancelled one can be reactivated in the Azure portal alone, while its Azure plan is active.
 *
 * @example
 * ```typescript
 * const azure = new partnercenter.Subscription("azure", {
 *     customerId: contoso.tenantId,
 *     productId: "DZH318Z0BPS6", // the Azure plan
 *     skuId: "0001",
 *     deletionPolicy: "suspend",
 * });
 * const landing = new partnercenter.AzureEntitlement("landing", {
 *     customerId: contoso.tenantId,
 *     subscriptionId: azure.subscriptionId,
 *     entitlementId: azure.azureSubscriptionIds.apply((ids) => ids?.[0] ?? ""),
 *     cancellationReason: "compromise",
 *     deletionPolicy: "cancel",
 * });
 *
 * export const status = landing.status;
 * ```
 *
 * ### Import
 *
 * An Azure subscription needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/cancel-an-azure-subscription
 */
export class AzureEntitlement extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads an Azure subscription without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<subscriptionId>/<entitlementId>`, all GUIDs.
     * @example
     * ```typescript
     * const plan = "3f15978e-005c-b763-bb78-2a8fab289c58";
     * const landing = partnercenter.AzureEntitlement.get(
     *     "landing",
     *     pulumi.interpolate`${contoso.tenantId}/${plan}/899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8`,
     * );
     * export const status = landing.status;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): AzureEntitlement {
        return new AzureEntitlement(name, {} as AzureEntitlementArgs, { ...opts, id });
    }

    /** Whether an object is an `AzureEntitlement`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is AzureEntitlement {
        return isOfKind("AzureEntitlement", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** The Azure plan. */
    declare readonly subscriptionId: pulumi.Output<string>;

    /** The id of the Azure subscription, in Azure too. */
    declare readonly entitlementId: pulumi.Output<string>;

    /** Its name in Partner Center. */
    declare readonly friendlyName: pulumi.Output<string | undefined>;

    /** `active`, or `inactive` about ten minutes after it was cancelled; other values pass through. */
    declare readonly status: pulumi.Output<string | undefined>;

    /** What Microsoft will be told when it is cancelled. */
    declare readonly cancellationReason: pulumi.Output<string | undefined>;

    /** The policy in force. */
    declare readonly deletionPolicy: pulumi.Output<DeletionPolicy>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `AzureEntitlementArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: AzureEntitlementArgs, opts: pulumi.CustomResourceOptions = {}) {
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("AzureEntitlement", { ...args }, [
                    "customerId",
                    "subscriptionId",
                    "entitlementId",
                    "friendlyName",
                    "status",
                    "cancellationReason",
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
