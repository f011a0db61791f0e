import type { Input } from "@pulumi/pulumi";

/**
 * Which subscription is registered, and how long a run waits for it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/register-a-subscription
 */
export interface SubscriptionRegistrationArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** Id of an active Azure subscription of the customer. */
    subscriptionId: Input<string>;

    /**
     * Minutes until a run gives up waiting; the next one goes on. At most 10080, a week.
     *
     * @defaultValue `30`
     */
    timeoutMinutes?: Input<number>;
}
