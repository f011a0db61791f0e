import type { Input } from "@pulumi/pulumi";
import type { DeletionPolicy } from "./shapes";

/**
 * What a program says of an Azure subscription. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/subscription-resources#azureentitlement
 */
export interface AzureEntitlementArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** The Azure plan: the `subscriptionId` of the `Subscription` that bought it, a GUID. */
    subscriptionId: Input<string>;

    /**
     * The Azure subscription, a GUID: its id in Azure too.
     *
     * @example "899ae6f1-8a74-4d5e-b6c6-e6b5019bbff8"
     */
    entitlementId: Input<string>;

    /**
     * What Microsoft is told when the Azure subscription is cancelled; needed for `deletionPolicy:
     * "cancel"`. `compromise` is the one reason that the service documents.
     *
     * @example "compromise"
     */
    cancellationReason?: Input<string>;

    /**
     * What happens to the Azure subscription when the resource goes, by `pulumi destroy`, by its removal
     * from the program or by its replacement:
     *
     * - `prevent`: that fails, and so does at preview a change to another Azure subscription.
     * - `retain`: it goes on, is paid for by its use, and is forgotten here.
     * - `cancel`: it is cancelled with all that runs in it, and waited for. The Azure portal alone can
     *   reactivate it, while its Azure plan is active.
     *
     * The policy in the state counts: a new one must be deployed before it works.
     *
     * @defaultValue `"prevent"`
     */
    deletionPolicy?: Input<DeletionPolicy>;
}
